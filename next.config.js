import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  // Relative, so that the exported folder also runs under a sub-path; the dev server needs its own way to its socket.
  assetPrefix: process.env.NODE_ENV === 'production' ? './' : undefined,
  poweredByHeader: false,
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
};
