import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./open-and-close.test-support.ts', import.meta.url));

/**
 * Each dataset is 5,000 events in nearly 2 MB of JSON, which its table keeps as it is: one that stayed behind would show with as much,
 * and a twentieth of each of the twenty likewise. Where nothing stays, code that is compiled late leaves up to 350 kB.
 */
const MOST_BYTES = 1_000_000;

let left: Readonly<Partial<Record<string, number>>> = {};
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', SCRIPT]);
  left = JSON.parse(stdout) as Readonly<Record<string, number>>;
}, 120_000);

it.each(['opened, looked at and closed', 'opened in place of the one before', 'cancelled on the way', 'over the limit'])(
  'memory is where it was after twenty datasets are %s',
  (way) => expect(left[way]).toBeLessThan(MOST_BYTES),
);
