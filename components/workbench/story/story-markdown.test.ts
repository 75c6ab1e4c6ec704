import { expect, it } from 'vitest';
import type { StoryItem } from './story';
import { storyMarkdown } from './story-markdown';

const item = (more: Partial<StoryItem>): StoryItem => ({ id: 'a', address: null, label: '', millis: null, note: '', tags: [], ...more });

// 2020-09-22T18:53:32.341Z by date(1), two hours later on a clock in Berlin.
it('writes a story with its times in the zone that is shown', () => {
  const story = [
    item({ note: 'It *begins* here.' }),
    item({ id: 'v=1&event=0.12', address: 'v=1&event=0.12', label: '5140 · \\\\*\\C$', millis: 1_600_800_812_341, note: 'The share.', tags: ['IPC$', '<b>'] }),
  ];
  expect(storyMarkdown({ dataset: { sha256: 'ab', name: 'day_1.zip' }, story }, 'Europe/Berlin')).toBe(
    [
      '# Story of day\\_1.zip',
      'Dataset: day\\_1.zip, SHA-256 ab',
      'Times are in Europe/Berlin.',
      'It *begins* here.',
      '## Event: 5140 · \\\\\\\\\\*\\\\C$',
      '2020-09-22 20:53:32.341 UTC+02:00',
      'The share.',
      'Tags: IPC$, \\<b\\>\n',
    ].join('\n\n'),
  );
});
