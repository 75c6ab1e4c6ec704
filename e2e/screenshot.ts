/* Takes the README's picture, of the sample. Needs a build. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from './find-browser';
import { serveFolder } from './static-server';
import { chooseAnalytic, openRow, openSample } from './workbench-page';

const site = await serveFolder(fileURLToPath(new URL('../out', import.meta.url)));
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments() });
const page = await browser.newPage({ viewport: { width: 1440, height: 1080 }, colorScheme: 'light' });
await page.goto(site.url);
await openSample(page);
await chooseAnalytic(page, 'IV');
await openRow(page, 'IV', 'sql', 0);
await page.mouse.move(0, 0);
await page.screenshot({ path: fileURLToPath(new URL('../public/screenshot.png', import.meta.url)), animations: 'disabled' });
await browser.close();
await site.close();
