import { describe, expect, it } from 'vitest';
import { emptyViewState } from '@/lib/url/view-state';
import { targetAddress, withItem, changedItem, type Story } from '@/components/workbench/story/story';
import { writeStory } from '@/components/workbench/story/story-file';
import { otherRows } from './reproduced';
import { storyOfPack } from './story-of-pack';

const event = (member: number, line: number) => targetAddress({ event: { member, line } });
const row = (lines: readonly number[]) => targetAddress({ ...emptyViewState, analytic: 'I', reading: 'sql', row: lines.map((line) => ({ member: 1, line })) });
const moved = (lines: readonly number[]) => targetAddress({ ...emptyViewState, analytic: 'I', reading: 'sql', row: lines.map((line) => ({ member: 0, line })) });
const session = targetAddress({ session: { host: 'h', logonId: '0x1', boot: 0 } });

describe('storyOfPack', () => {
  it('points at the events of the pack; what it does not hold stays as words', () => {
    let story: Story = [];
    for (const address of [event(1, 70), row([70, 5]), event(0, 3), session]) story = withItem(story, { address, label: `at ${story.length}`, millis: null });
    story = changedItem(story, event(0, 3), { note: 'why' });
    // The pack's first event stood at line 5 of the second file, its second at line 70.
    const read = storyOfPack({ notes: writeStory({ dataset: { sha256: null, name: 'a' }, story }), places: [[1, 5], [1, 70]] });
    expect(read?.map(({ id, address, label, note }) => [id === address, address, label, note])).toEqual([
      [true, event(0, 2), 'at 0', ''],
      [true, moved([2, 1]), 'at 1', ''],
      [false, null, '', 'at 2\n\nwhy'],
      [true, session, 'at 3', ''],
    ]);
  });

  it.each([null, 'no story', '{}'])('takes nothing of %j', (notes) => expect(storyOfPack({ notes, places: [] })).toBeNull());
});

describe('otherRows', () => {
  const stated = { analytic: 'I', reading: 'sql', rows: 2, digest: 'a' };
  it('names the readings that give others', () => {
    expect(otherRows({ readings: [stated] }, [stated, { ...stated, analytic: 'II' }])).toEqual([]);
    expect(otherRows({ readings: [stated] }, [{ ...stated, digest: 'b' }])).toEqual([{ analytic: 'I', reading: 'sql', stated: 2, found: 2 }]);
    expect(otherRows({ readings: [stated] }, [])).toEqual([{ analytic: 'I', reading: 'sql', stated: 2, found: null }]);
  });
});
