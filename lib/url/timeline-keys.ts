import type { AddressKey } from './address-key';
import { readTimeRange, writeTimeRange } from './time-range';

/** How the timeline is drawn. */
export const timelineKeys: readonly AddressKey[] = [
  {
    key: 'bars',
    names: 'what the timeline\u2019s bars are of',
    tellsData: false,
    write: ({ timeline }) => (timeline.by === 'channel' ? null : timeline.by),
    read: (text, state) => (text === 'host' || text === 'channel' ? { ...state, timeline: { ...state.timeline, by: text } } : null),
  },
  {
    key: 'zoom',
    names: 'the part of the timeline',
    tellsData: true,
    write: ({ timeline }) => timeline.zoom && writeTimeRange(timeline.zoom),
    read: (text, state) => {
      const zoom = readTimeRange(text);
      return zoom && { ...state, timeline: { ...state.timeline, zoom } };
    },
  },
];
