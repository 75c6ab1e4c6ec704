import { describe, expect, it } from 'vitest';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { viewOfDataset, viewOfFile } from './dataset-view';

const SMB = { kind: 'shipped', id: 'smb-create-remote-file' } as const;
const OTHER = { kind: 'link', url: 'https://hunts.example/other.md' } as const;
const FILE = { kind: 'upload', sha256: 'ab'.repeat(32), name: 'day.zip' } as const;
const view = (hash: string) => decodeViewState(hash).state;

describe('the view of another dataset', () => {
  it.each([
    ['how it is shown stays, what was open goes', 'v=1&dataset=sample&analytic=II&event=0.3&theme=dark&size=large', 'v=1&dataset=upload:X&theme=dark&size=large'],
    ['a student stays one', 'v=1&dataset=sample&analytic=II&lesson=student', 'v=1&dataset=upload:X&lesson=student'],
    ['who goes through the lesson begins it there', 'v=1&dataset=sample&view=lesson&lesson=student&step=7', 'v=1&dataset=upload:X&view=lesson&lesson=student'],
    ['a teacher too', 'v=1&dataset=sample&view=lesson&step=7', 'v=1&dataset=upload:X&view=lesson'],
  ])('%s', (_what, before, after) => {
    const named = encodeViewState({ ...view('v=1'), dataset: FILE }).replace('v=1&dataset=', '');
    expect(encodeViewState(viewOfDataset(view(before), FILE))).toBe(after.replace('upload:X', named));
    expect(encodeViewState(viewOfFile(view(before), FILE, null))).toBe(after.replace('upload:X', named));
  });

  it('a student is none of another hunt, nor where nothing is open', () => {
    const student = { ...view('v=1&dataset=sample&view=lesson&lesson=student'), hunt: SMB };
    expect(viewOfDataset(student, FILE, SMB)).toMatchObject({ hunt: SMB, section: 'lesson', lesson: { isStudent: true, step: 1 } });
    expect(viewOfDataset(student, FILE, OTHER)).toMatchObject({ hunt: OTHER, section: 'analytics', lesson: { isStudent: false } });
    expect(viewOfDataset(student, null)).toMatchObject({ section: 'analytics', lesson: { isStudent: false } });
  });

  it('a file that a link asked for opens in the link’s view', () => {
    const asked = { ...view('v=1&view=lesson&lesson=student&step=7'), dataset: FILE };
    expect(viewOfFile(asked, { ...FILE, name: 'other-name.zip' }, [0])).toEqual({ ...asked, dataset: { ...FILE, name: 'other-name.zip' }, members: [0] });
  });
});
