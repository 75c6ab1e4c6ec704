import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** With which pictures the screens are compared, or that they are taken anew. */
export interface Pictures {
  readonly folder: string;
  readonly take: boolean;
}

const VARIABLE = 'HUNTBOOK_PICTURES';

/**
 * The pictures for a browser, in `folder`: one set for each platform, kind (with windows or the shell) and major version, as each
 * draws letters and curves in its own way. Where the repository has none for it, it takes its own the first time, in a folder
 * that git leaves aside, and says so; the runs after that compare with those.
 */
export function picturesFor(executablePath: string, folder: string): Pictures {
  // Said and decided once: the processes that run the tests load the configuration again.
  const decided = process.env[VARIABLE];
  if (decided !== undefined) return { folder: decided.slice(2), take: decided.startsWith('+') };
  const version = /(\d+)\.\d+\.\d+/.exec(execFileSync(executablePath, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())?.[1] ?? 'unknown';
  const kind = /headless[-_]shell/.test(executablePath) ? 'shell' : 'chromium';
  const browser = `${process.platform}-${process.arch}-${kind}-${version}`;
  const kept = join(folder, 'pictures', browser);
  const own = join(folder, 'own-pictures', browser);
  const isUpdate = process.argv.some((argument) => /^(-u|--update-snapshots)/.test(argument));
  const isKept = isUpdate || existsSync(kept);
  const take = isUpdate || (!isKept && !existsSync(own));
  if (!isKept && take) {
    console.log(`The repository has no pictures of the screens for this browser (${browser}). They are taken now, into ${own}, and COMPARED WITH NOTHING this time.`);
  }
  const chosen = { folder: isKept ? kept : own, take };
  process.env[VARIABLE] = `${take ? '+' : '-'} ${chosen.folder}`;
  return chosen;
}
