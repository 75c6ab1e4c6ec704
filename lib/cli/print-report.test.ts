import { describe, expect, it } from 'vitest';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { openDataset } from '@/lib/ingest/open-dataset';
import { printReport } from './print-report';

describe('the outcome of a reading, for people', () => {
  const file = { EventID: 11, Path: 'a' };
  const other = { EventID: 5 };
  const outcome = async (lines: readonly object[], where: string) => {
    const blob = new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);
    const opened = await openDataset({ kind: 'file', name: 'events.json', blob }, {});
    const hunt = readHuntDocument(`# T\n\n## Analytic I\n\n#### Logic\n\n\`\`\`\nSELECT Path FROM t WHERE EventID = 11 AND ${where}\n\`\`\`\n`);
    return printReport(opened, runHunt(hunt, opened.table), 'all').match(/^ {2}sql: (.*)$/m)?.[1];
  };

  it.each([
    ['hits', [{ ...file, Hostname: 'A' }, { ...other, Hostname: 'B' }], "Path = 'a'", '1 row'],
    ['no hit', [{ ...file, Hostname: 'A' }], "Path = 'z'", 'no hit'],
    ['no hit where that can be known', [{ ...file, Hostname: 'A' }, { ...other, Hostname: 'DC01' }, { ...other, Hostname: 'WKS2' }], "Path = 'z'", 'no hit (cannot know on DC01, WKS2: no event 11)'],
    ['nothing to know', [{ ...other, Hostname: 'A' }], "Path = 'z'", 'cannot know (This dataset holds no event 11.)'],
  ])('%s', async (_, lines, where, expected) => {
    expect(await outcome(lines, where)).toBe(expected);
  });
});
