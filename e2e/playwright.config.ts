import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { ensureBrowser, launchArguments } from './find-browser';
import { picturesFor } from './screen-pictures';

const executablePath = ensureBrowser('shell first');
const pictures = picturesFor(executablePath, fileURLToPath(new URL('.', import.meta.url)));

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'pages', testMatch: '*.spec.ts', testIgnore: 'lighthouse.spec.ts' },
    // Last and alone: it takes times.
    { name: 'lighthouse', testMatch: 'lighthouse.spec.ts', dependencies: ['pages'], fullyParallel: false },
  ],
  outputDir: '../test-results',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // A browser on a busy machine fails once for no fault of the page; what passes the second time is listed as flaky.
  retries: 1,
  timeout: 120_000,
  snapshotPathTemplate: `${pictures.folder}/{arg}{ext}`,
  updateSnapshots: pictures.take ? 'all' : 'none',
  expect: {
    timeout: 15_000,
    // Edges of letters and of the chart's bars may fall a little otherwise; 500 pixels are less than one word.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css', maxDiffPixels: 500 },
  },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: launchArguments() },
    viewport: { width: 1440, height: 900 },
    // It would answer in place of `page.route`; offline.spec.ts lets it work.
    serviceWorkers: 'block',
    // To record every test takes as much processor time again as the test.
    trace: 'on-first-retry',
  },
});
