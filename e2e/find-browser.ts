import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names a person may give the browser by; the second is also what other Playwright set-ups use. */
const VARIABLES = ['HUNTBOOK_CHROMIUM', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];

/** Chromium without windows: it draws into memory alone, so that it starts and answers sooner. */
const SHELL = 'chromium-headless-shell';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC_APPLICATIONS = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

const MINUTE = 60_000;

/** Tests take the quicker one first; measurements and the picture take what people use. */
type Order = 'shell first' | 'shell last';

/**
 * The path of a Chromium that starts: named by the environment, the system's, or Playwright's own; null if there is none.
 *
 * @throws Error if the environment names one that does not start
 */
export function findBrowser(order: Order = 'shell last'): string | null {
  for (const variable of VARIABLES) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (!starts(path)) throw new Error(`${variable} names ${path}, which does not start as a browser. Correct or unset it.`);
    return path;
  }
  const others = [...systemPlaces(COMMANDS), chromium.executablePath()];
  const shell = systemPlaces([SHELL]);
  const places = order === 'shell first' ? [...shell, ...others] : [...others, ...shell];
  return places.find((path) => existsSync(path) && starts(path)) ?? null;
}

/**
 * As `findBrowser`, but installs one where there is none: Playwright's, else the distribution's package.
 *
 * @throws Error that says what was tried and what a person can do
 */
export function ensureBrowser(order: Order = 'shell last'): string {
  const found = findBrowser(order);
  if (found !== null) return found;
  const tried: string[] = [];
  for (const { command, minutes } of installers()) {
    console.log(`No Chromium found. Trying: ${command.join(' ')}`);
    let outcome = 'it ran, but still no Chromium starts';
    try {
      execFileSync(command[0], command.slice(1), {
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: minutes * MINUTE,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error);
    }
    const installed = findBrowser(order);
    if (installed !== null) return installed;
    tried.push(`${command.join(' ')}: ${outcome}`);
  }
  throw new Error(
    `The browser tests need a Chromium, and none could be found or installed.\nTried:\n  ${tried.join('\n  ')}\n` +
      `Install Chromium or Google Chrome, or set ${VARIABLES[0]} to the path of one, and run the tests again.`,
  );
}

/**
 * How the tests and the benchmark start it: with nothing of its own on the network, as root without the sandbox. The shell
 * rounds the widths of letters to whole pixels unless told not to, which no other Chromium does.
 */
export function launchArguments(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-quic', '--no-first-run', '--font-render-hinting=none'];
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

function systemPlaces(commands: readonly string[]): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) => MAC_APPLICATIONS.map((application) => join(folder, application)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Some packages install a stub that only says how to get the browser (Ubuntu's without snap), so each is asked its version. */
function starts(path: string): boolean {
  try {
    return /chrom/i.test(execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: MINUTE / 2 }).toString());
  } catch {
    return false;
  }
}

function installers(): { readonly command: readonly [string, ...string[]]; readonly minutes: number }[] {
  const asRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  // Asked without a terminal, sudo must not wait for a password.
  const root: readonly string[] = asRoot ? [] : ['sudo', '-n'];
  const playwright = ['npx', '--no-install', 'playwright', 'install'] as const;
  const commands: { command: readonly [string, ...string[]]; minutes: number }[] = [
    // With the libraries it needs; where that wants a password, the browser alone often does.
    { command: [...playwright, '--with-deps', 'chromium'], minutes: 5 },
    { command: [...playwright, 'chromium'], minutes: 3 },
  ];
  if (hasApt) {
    const install = [...root, 'apt-get', 'install', '-y', '--no-install-recommends'].join(' ');
    // Debian has the shell, Ubuntu has not.
    commands.push({ command: ['bash', '-c', `${[...root, 'apt-get', 'update'].join(' ')} && { ${install} ${SHELL} || ${install} chromium; }`], minutes: 6 });
  }
  return commands;
}
