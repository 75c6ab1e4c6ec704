import { describe, expect, it } from 'vitest';
import { checkClaim, claimOf, outcomeOf, type Findings, type Outcome } from './claim';

const LINK = { kind: 'link', url: 'https://data.example/events.zip' } as const;
const NOW: Findings = { app: '0.1.0', dataset: 'ab'.repeat(32), events: 506, hunt: 'cd'.repeat(32), result: { format: 1, digest: 'rows-rows-rows-1', readings: [] } };
const made = claimOf(NOW, LINK);
if (made === null) throw new Error('no claim');

describe('what opening a link says', () => {
  it.each<[what: string, now: Partial<Findings>, outcome: Outcome, changed: readonly string[]]>([
    ['nothing changed', {}, 'reproduced', []],
    ['another version of the app, the same rows', { app: '0.2.0' }, 'reproduced', ['engine']],
    ['another file behind the link', { dataset: 'ac'.repeat(32) }, 'changed', ['data']],
    ['another text of the hunt', { hunt: 'ce'.repeat(32) }, 'changed', ['hunt']],
    ['other rows, though all else is as it was', { result: { format: 1, digest: 'rows-rows-rows-2', readings: [] } }, 'changed', ['rows']],
    ['a digest of another format', { result: { format: 2, digest: 'rows-rows-rows-2', readings: [] } }, 'unknown', ['engine']],
    ['too many rows for a digest', { result: null }, 'unknown', []],
    ['no SHA-256 in this browser, the same rows', { dataset: null, hunt: null }, 'reproduced', []],
  ])('%s', (_, change, outcome, changed) => {
    const check = checkClaim(made, LINK, { ...NOW, ...change });
    expect(outcomeOf(check)).toBe(outcome);
    expect(Object.entries(check).flatMap(([part, standing]) => (standing === 'changed' ? [part] : []))).toEqual(changed);
  });

  it('takes the SHA-256 of an uploaded dataset from its address', () => {
    const upload = { kind: 'upload', sha256: 'ab'.repeat(32), name: 'a.zip' } as const;
    const claim = claimOf(NOW, upload);
    expect(claim?.data).toBeNull();
    expect(claim && checkClaim(claim, upload, NOW).data).toBe('same');
    expect(claim && checkClaim(claim, upload, { ...NOW, dataset: 'ac'.repeat(32) }).data).toBe('changed');
  });
});

it('claims nothing where there are too many rows', () => {
  expect(claimOf({ ...NOW, result: null }, LINK)).toBeNull();
});
