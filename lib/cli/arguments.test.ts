import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';

const plain = { kind: 'run', file: 'a.zip', hunt: 'smb-create-remote-file', reading: 'all', json: false, report: false, members: undefined, analytic: undefined, exports: [], maxBytes: 8 * 2 ** 30 };

describe('readArguments', () => {
  it.each([
    [['a.zip'], plain],
    [['a.zip', '--json', '--reading', 'sql', '--hunt', 'b.md'], { ...plain, hunt: 'b.md', reading: 'sql', json: true }],
    [['--reading=pandas', 'a.zip'], { ...plain, reading: 'pandas' }],
    [['a.zip', '--report'], { ...plain, report: true }],
    [['a.zip', '--answer-key', 'a.answer-key.json'], { ...plain, answerKey: 'a.answer-key.json' }],
    [['a.zip', '--member', 'day 1.json', '--member=b.csv', '--max-gib', '0.5'], { ...plain, members: ['day 1.json', 'b.csv'], maxBytes: 2 ** 29 }],
    [
      ['a.zip', '--analytic', 'IV', '--reading', 'sql', '--export', 'rows-csv=a=b.csv', '--export=navigator=l.json'],
      { ...plain, analytic: 'IV', reading: 'sql', exports: [{ format: 'rows-csv', file: 'a=b.csv' }, { format: 'navigator', file: 'l.json' }] },
    ],
    [['--help'], { kind: 'help' }],
  ])('%j', (args, value) => {
    expect(readArguments(args)).toEqual({ ok: true, value });
  });

  it.each([
    [[], /^No dataset file was given\.$/],
    [['a.zip', 'b.zip'], /^One dataset file is wanted, not 2\.$/],
    [['a.zip', '--reading', 'spark'], /^--reading is one of sql, pandas, hardened, all, not "spark"\.$/],
    [['a.zip', '--max-gib', 'much'], /^--max-gib is a number of GiB, not "much"\.$/],
    [['a.zip', '--max-gib=-1'], /^--max-gib is a number of GiB/],
    [['a.zip', '--export', 'csv=a.csv'], /^--export is FORMAT=FILE with one of rows-csv, .*, not "csv=a\.csv"\.$/],
    [['a.zip', '--export', 'navigator='], /^--export is FORMAT=FILE/],
    [['a.zip', '--analytic', 'IV', '--export', 'sigma=a.yml'], /^--export sigma is of one reading: say which with --analytic and --reading\.$/],
    [['a.zip', '--report', '--export', 'events-csv=a.csv'], /^--export goes with a hunt, and --report runs none\.$/],
    [['a.zip', '--jsn'], /--jsn/],
    [['a.zip', '--hunt'], /--hunt/],
  ])('refuses %j in one line', (args, error) => {
    const read = readArguments(args);
    expect(read.ok ? '' : read.error).toMatch(error);
    expect(read.ok ? '' : read.error).not.toContain('\n');
  });
});
