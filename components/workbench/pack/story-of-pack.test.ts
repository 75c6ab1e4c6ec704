import { describe, expect, it } from 'vitest';
import type { PackManifest } from '@/lib/engine/pack-shapes';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { emptyViewState } from '@/lib/url/view-state';
import { targetAddress, withItem, changedItem, type Story } from '@/components/workbench/story/story';
import { writeStory } from '@/components/workbench/story/story-file';
import { landingOf } from './landing';
import { notedEvents } from './noted-events';
import { otherRows } from './reproduced';
import { storyOfPack } from './story-of-pack';

const event = (member: number, line: number) => targetAddress({ event: { member, line } });
const row = (lines: readonly number[]) => targetAddress({ ...emptyViewState, analytic: 'I', reading: 'sql', row: lines.map((line) => ({ member: 1, line })) });
const HERE = { kind: 'upload', sha256: 'ef'.repeat(32), name: 'h.md' } as const;
const moved = (lines: readonly number[]) => targetAddress({ ...emptyViewState, hunt: HERE, analytic: 'I', reading: 'sql', row: lines.map((line) => ({ member: 0, line })) });
const session = targetAddress({ session: { host: 'h', logonId: '0x1', boot: 0 } });

const MANIFEST: PackManifest = {
  app: '1', pseudonyms: false, dataset: { name: 'day.zip', sha256: null, events: 9 }, hunt: { id: 'h', title: 'H', sha256: null }, analytic: null, link: '', events: 2, readings: [], parts: [],
};

describe('storyOfPack', () => {
  it('points at the events of the pack; what it does not hold stays as words', () => {
    let story: Story = [];
    for (const address of [event(1, 70), row([70, 5]), event(0, 3), session]) story = withItem(story, { address, label: `at ${story.length}`, millis: null });
    story = changedItem(story, event(0, 3), { note: 'why' });
    // The pack's first event stood at line 5 of the second file, its second at line 70.
    const read = storyOfPack({ notes: writeStory({ dataset: { sha256: null, name: 'a' }, story }), places: [[1, 5], [1, 70]] }, { there: null, here: HERE });
    expect(read?.map(({ id, address, label, note }) => [id === address, address, label, note])).toEqual([
      [true, event(0, 2), 'at 0', ''],
      [true, moved([2, 1]), 'at 1', ''],
      [false, null, '', 'at 2\n\nwhy'],
      [true, session, 'at 3', ''],
    ]);
  });

  it('leaves rows of another hunt with that', () => {
    const other = targetAddress({ ...emptyViewState, hunt: { kind: 'shipped', id: 'other' }, analytic: 'I', reading: 'sql', row: [{ member: 1, line: 5 }] });
    const notes = writeStory({ dataset: { sha256: null, name: 'a' }, story: withItem([], { address: other, label: '', millis: null }) });
    expect(storyOfPack({ notes, places: [[1, 5]] }, { there: null, here: HERE })?.map(({ address }) => address)).toEqual([other.replace('row=1.5', 'row=0.1')]);
  });

  it.each([null, 'no story', '{}'])('takes nothing of %j', (notes) => expect(storyOfPack({ notes, places: [] }, { there: null, here: HERE })).toBeNull());
});

it('tells which events the notes are on: those starred, and those behind a row', () => {
  const story = [event(1, 70), row([70, 5]), session].reduce<Story>((all, address) => withItem(all, { address, label: '', millis: null }), []);
  expect(notedEvents(story)).toEqual([{ member: 1, line: 70 }, { member: 1, line: 5 }, { member: 1, line: 70 }]);
});

describe('landingOf', () => {
  const of = (analytic: string | null, view: Partial<typeof emptyViewState>, places: readonly (readonly [number, number])[]) =>
    landingOf({ manifest: { ...MANIFEST, analytic, link: `https://huntbook.example/#${encodeViewState({ ...emptyViewState, ...view })}` }, problems: [], contents: { events: null, hunt: { name: 'h.md', blob: new Blob() }, notes: null, baseline: null, answerKey: null, report: new Blob(), places } });
  const shown = { section: 'analytics', analytic: 'IV', reading: 'sql', row: [{ member: 1, line: 70 }, { member: 1, line: 5 }] } as const;

  it.each<[what: string, landing: object, expected: object]>([
    ['the row that was open', of('IV', shown, [[1, 5], [1, 70]]), { ...shown, row: [{ member: 0, line: 1 }, { member: 0, line: 2 }] }],
    ['no row of which an event is missing', of('IV', shown, [[1, 5]]), { ...shown, row: [] }],
    ['its analytic, from wherever it was made', of('II', { section: 'story' }, []), { section: 'analytics', analytic: 'II' }],
    ['another analytic than the one that it was made from', of('II', shown, []), { section: 'analytics', analytic: 'II' }],
    ['of the whole hunt what was on screen', of(null, shown, [[1, 5], [1, 70]]), { ...shown, row: [{ member: 0, line: 1 }, { member: 0, line: 2 }] }],
    ['nothing of the whole hunt from elsewhere', of(null, { section: 'events' }, []), {}],
    ['nothing of a link that is none', landingOf({ manifest: { ...MANIFEST, link: 'javascript:alert(1)' }, problems: [], contents: null }), {}],
  ])('%s', (_, landing, expected) => expect(landing).toEqual(expected));
});

describe('otherRows', () => {
  const stated = { analytic: 'I', reading: 'sql', rows: 2, digest: 'a' };
  it('names the readings that give others', () => {
    expect(otherRows({ readings: [stated] }, [stated, { ...stated, analytic: 'II' }])).toEqual([]);
    expect(otherRows({ readings: [stated] }, [{ ...stated, digest: 'b' }])).toEqual([{ analytic: 'I', reading: 'sql', stated: 2, found: 2 }]);
    expect(otherRows({ readings: [stated] }, [])).toEqual([{ analytic: 'I', reading: 'sql', stated: 2, found: null }]);
  });
});
