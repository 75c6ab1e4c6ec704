import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  // A shared link says which version made it.
  env: { HUNTBOOK_VERSION: JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).version },
  // Relative, so that the exported folder also runs under a sub-path; the dev server needs its own way to its socket.
  assetPrefix: process.env.NODE_ENV === 'production' ? './' : undefined,
  // `npm run types` checks them, once.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    // Its browser build needs a document, which the engine's worker has not; the bundler does not know the package's worker build.
    resolveAlias: { 'decode-named-character-reference': './node_modules/decode-named-character-reference/index.js' },
  },
};
