import { describe, expect, it } from 'vitest';
import { emptyViewState } from '@/lib/url/view-state';
import type { ViewState } from '@/lib/url/view-state';
import { cutTo, openLayers, topKey } from './layers';

const row = [{ member: 0, line: 12 }];
const session = { host: 'WS1', logonId: '0xabc', boot: 0 };
const event = { member: 0, line: 12 };
const all: ViewState = { ...emptyViewState, analytic: 'IV', reading: 'sql', row, session, event };
const funnel = { analytic: 'IV', reading: 'sql', place: { kind: 'joined', join: 0 } } as const;

describe('layers', () => {
  it('lie over each other: row, session, event', () => {
    expect(openLayers(all)).toEqual(['row', 'session', 'event']);
    expect(openLayers({ ...all, session: null })).toEqual(['row', 'event']);
    expect(openLayers(emptyViewState)).toEqual([]);
  });

  it('hold a list of events beside its own reading only', () => {
    expect(openLayers({ ...all, funnel })).toEqual(['row', 'funnel', 'session', 'event']);
    for (const elsewhere of [{ reading: 'pandas' }, { analytic: 'V' }, { section: 'sessions' }, { section: 'query' }] as const) {
      expect(openLayers({ ...all, row: [], funnel, ...elsewhere })).toEqual(['session', 'event']);
    }
    expect(openLayers({ ...emptyViewState, section: 'query', funnel: { ...funnel, analytic: 'query' } })).toEqual(['funnel']);
  });

  it('are taken off from the top', () => {
    const after = (view: ViewState) => openLayers({ ...view, ...cutTo(openLayers(view).at(-2) ?? null) });
    expect(after(all)).toEqual(['row', 'session']);
    expect(after({ ...all, event: null })).toEqual(['row']);
    expect(after({ ...all, session: null })).toEqual(['row']);
    expect(after({ ...emptyViewState, event })).toEqual([]);
    expect(after({ ...all, row: [], funnel, session: null })).toEqual(['funnel']);
    expect(after({ ...all, row: [], funnel, session: null, event: null })).toEqual([]);
  });

  it('have a key that changes with what is on top, and with nothing else', () => {
    expect(topKey(emptyViewState)).toBeNull();
    expect(topKey({ ...all, theme: 'dark', row: [] })).toBe(topKey(all));
    expect(topKey({ ...all, event: { member: 1, line: 12 } })).not.toBe(topKey(all));
    expect(topKey({ ...all, event: null })).not.toBe(topKey({ ...all, event: null, session: { ...session, boot: 1 } }));
    expect(topKey({ ...emptyViewState, row, reading: 'sql' })).not.toBe(topKey({ ...emptyViewState, row, reading: 'pandas' }));
  });
});
