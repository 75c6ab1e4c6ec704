import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '@/lib/engine/engine';
import { sessionLanes } from './session-lanes';

const event = (line: number, role: SessionEvent['role'], millis: number | null): SessionEvent => ({
  ref: { member: 0, line }, time: null, millis, host: 'WS1', channel: 'Security', eventId: '1', gist: '', role, note: '', hits: [],
});
const shown = (timeline: readonly SessionEvent[]) =>
  sessionLanes(timeline)?.lanes.filter(({ marks }) => marks.length > 0).map(({ label, marks }) => [label, marks.map(({ at, events }) => [at, events.map(({ ref }) => ref.line)])]);

describe('sessionLanes', () => {
  it('has a lane for each thing that a session does, in the order of its life, whether or not it did', () => {
    expect(sessionLanes([event(1, 'logoff', 0)])?.lanes.map(({ label }) => label)).toEqual(['Logon', 'Privileges', 'Shares', 'Files', 'Processes', 'Network', 'Logoff']);
    expect(sessionLanes([event(1, 'other', 0)])?.lanes.at(-1)?.label).toBe('Other');
  });

  it('places events over the session\u2019s own time, and those that lie close together in one mark', () => {
    // 48 slots over 4,800 ms are 100 ms each: 1,200 and 1,299 share the one from 1,200 on.
    expect(shown([event(1, 'logon', 0), event(2, 'share', 1_200), event(3, 'share', 1_299), event(4, 'share', 1_300), event(5, 'logoff', 4_800)])).toEqual([
      ['Logon', [[0, [1]]]],
      ['Shares', [[0.25, [2, 3]], [1_300 / 4_800, [4]]]],
      ['Logoff', [[1, [5]]]],
    ]);
  });

  it('a session of one moment stands in the middle', () => {
    expect(shown([event(1, 'logon', 7), event(2, 'file', 7)])).toEqual([['Logon', [[0.5, [1]]]], ['Files', [[0.5, [2]]]]]);
  });

  it('leaves out what has no time', () => {
    expect(shown([event(1, 'logon', 7), event(2, 'file', null)])).toEqual([['Logon', [[0.5, [1]]]]]);
    expect(sessionLanes([event(2, 'file', null)])).toBeNull();
  });
});
