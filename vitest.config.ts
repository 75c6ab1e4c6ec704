import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'e2e/**/*.test.ts'],
    testTimeout: 60_000,
    // One load of the modules per worker instead of per file, a third less of processor time: no test may leave anything behind in a module.
    isolate: false,
  },
});
