import { defineConfig } from '@playwright/test';
import { ensureBrowser, launchArguments } from './find-browser';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // A browser on a busy machine fails once for no fault of the page; what passes the second time is listed as flaky.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: ensureBrowser('shell first'), args: launchArguments() },
    viewport: { width: 1440, height: 900 },
    // To record every test takes as much processor time again as the test.
    trace: 'on-first-retry',
  },
});
