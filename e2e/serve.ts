/* Serves the built folder on a local port and prints its address: what `npm start` ends with. */
import { fileURLToPath } from 'node:url';
import { serveFolder, type RunningServer } from './static-server';

const OUT = fileURLToPath(new URL('../out', import.meta.url));
const FIRST_PORT = Number(process.env.PORT ?? 3000);

async function serveOnFreePort(): Promise<RunningServer> {
  for (let port = FIRST_PORT; port < FIRST_PORT + 20; port += 1) {
    try {
      return await serveFolder(OUT, { port });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return serveFolder(OUT);
}

const { url } = await serveOnFreePort();
console.log(`\nHuntbook is at ${url} (Ctrl-C stops it)`);
