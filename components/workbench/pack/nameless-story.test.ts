import { expect, it } from 'vitest';
import { emptyViewState } from '@/lib/url/view-state';
import { targetAddress, withItem, type Story } from '@/components/workbench/story/story';
import { namelessStory } from './nameless-story';

const row = { ...emptyViewState, analytic: 'I', reading: 'sql', row: [{ member: 0, line: 2 }] } as const;
const OWN = { kind: 'upload', sha256: 'ab'.repeat(32), name: 'adm.halvorsen.md' } as const;
const event = targetAddress({ event: { member: 0, line: 3 } });

it('keeps places, and of whatever else has a name in its address only the words', () => {
  const addresses = [
    event,
    targetAddress(row),
    targetAddress({ ...row, analytic: 'II', hunt: OWN }),
    targetAddress({ session: { host: 'fs-01.hollow.local', logonId: '0x1', boot: 0 } }),
    targetAddress({ ...row, hunt: OWN }),
    targetAddress({ ...row, section: 'query', query: { kind: 'text', language: 'sql', text: "SELECT * FROM t WHERE User = 'adm.halvorsen'" } }),
  ];
  const story = addresses.reduce<Story>((all, address, i) => withItem(all, { address, label: `at ${i}`, millis: null }), []);
  expect(namelessStory(story).map(({ address, label, note }) => [address, label, note])).toEqual([
    [event, 'at 0', ''],
    [targetAddress(row), 'at 1', ''],
    [targetAddress({ ...row, analytic: 'II' }), 'at 2', ''],
    [null, '', 'at 3'],
    [null, '', 'at 4'],
    [null, '', 'at 5'],
  ]);
});
