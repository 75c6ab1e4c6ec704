import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';

describe('readArguments', () => {
  it.each([
    [['a.zip'], { kind: 'run', file: 'a.zip', hunt: 'smb-create-remote-file', reading: 'all', json: false, report: false }],
    [['a.zip', '--json', '--reading', 'sql', '--hunt', 'b.md'], { kind: 'run', file: 'a.zip', hunt: 'b.md', reading: 'sql', json: true, report: false }],
    [['--reading=pandas', 'a.zip'], { kind: 'run', file: 'a.zip', hunt: 'smb-create-remote-file', reading: 'pandas', json: false, report: false }],
    [['a.zip', '--report'], { kind: 'run', file: 'a.zip', hunt: 'smb-create-remote-file', reading: 'all', json: false, report: true }],
    [['--help'], { kind: 'help' }],
  ])('%j', (args, value) => {
    expect(readArguments(args)).toEqual({ ok: true, value });
  });

  it.each([
    [[], /^No dataset file was given\.$/],
    [['a.zip', 'b.zip'], /^One dataset file is wanted, not 2\.$/],
    [['a.zip', '--reading', 'spark'], /^--reading is one of sql, pandas, hardened, all, not "spark"\.$/],
    [['a.zip', '--jsn'], /--jsn/],
    [['a.zip', '--hunt'], /--hunt/],
  ])('refuses %j in one line', (args, error) => {
    const read = readArguments(args);
    expect(read.ok ? '' : read.error).toMatch(error);
    expect(read.ok ? '' : read.error).not.toContain('\n');
  });
});
