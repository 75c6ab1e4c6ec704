import { describe, expect, it } from 'vitest';
import { baselineId, isExpired, type BaselineFile } from './baseline';
import { readBaseline, writeBaseline } from './baseline-file';

const key = { account: 'BRIGHTWATER\\svc-backup', source: '10.20.0.9', host: 'FS01.brightwater.example', share: '\\\\*\\C$', directory: 'ProgramData' };
const row = { ...key, sourceHost: null, writes: 3, files: 3, confirmed: 2, first: 1, last: 5, hours: [3, ...Array.from({ length: 23 }, () => 0)] };
const mark = { ...key, reason: 'Nightly backup', expires: null };
const file: BaselineFile = { dataset: { sha256: 'a'.repeat(64), name: 'march.zip' }, zone: 'UTC', rows: [row], marks: [mark] };
const json = () => JSON.parse(writeBaseline(file)) as Record<string, unknown>;

describe('a baseline as a file', () => {
  it('comes back as it was', () => {
    expect(readBaseline(writeBaseline(file))).toEqual({ ok: true, value: file });
  });

  it.each<[problem: string, text: string]>([
    ['not-json', '{'],
    ['not-a-baseline', '[]'],
    ['not-a-baseline', JSON.stringify({ ...json(), format: 'huntbook-story' })],
    ['not-a-baseline', JSON.stringify({ ...json(), zone: 'Mars/Olympus' })],
    ['not-a-baseline', JSON.stringify({ ...json(), dataset: { sha256: 'abc', name: '' } })],
    ['newer-version', JSON.stringify({ ...json(), version: 2 })],
    ['bad-row', JSON.stringify({ ...json(), rows: [{ ...row, hours: [1, 2] }] })],
    ['bad-row', JSON.stringify({ ...json(), rows: [{ ...row, writes: -1 }] })],
    ['bad-row', JSON.stringify({ ...json(), rows: [row, row] })],
    ['bad-mark', JSON.stringify({ ...json(), marks: [{ ...mark, reason: ' ' }] })],
    ['bad-mark', JSON.stringify({ ...json(), marks: [{ ...mark, expires: 'tomorrow' }] })],
    ['bad-mark', JSON.stringify({ ...json(), marks: [{ ...mark, host: null }] })],
    ['too-large', JSON.stringify({ ...json(), marks: Array.from({ length: 50_001 }, () => 0) })],
  ])('is refused whole: %s', (problem, text) => {
    expect(readBaseline(text)).toEqual({ ok: false, error: problem });
  });
});

it('takes names in any case, short or full, for the same', () => {
  expect(baselineId({ ...key, host: 'fs01', directory: 'PROGRAMDATA' })).toBe(baselineId(key));
  expect(baselineId({ ...key, directory: 'ProgramData\\x' })).not.toBe(baselineId(key));
  expect(baselineId({ ...key, account: 'Brightwater.Example\\SVC-backup' })).toBe(baselineId(key));
  expect(baselineId({ ...key, account: 'svc-backup' })).not.toBe(baselineId(key));
  expect(baselineId({ ...key, account: null })).not.toBe(baselineId(key));
});

it('counts a mark no more from its expiry on', () => {
  expect([1, 5, 6].map((now) => isExpired({ ...mark, expires: 5 }, now))).toEqual([false, true, true]);
  expect(isExpired(mark, 1e15)).toBe(false);
});
