import { describe, expect, it } from 'vitest';
import type { ReportData } from './report-data';
import { reportHtml } from './report-html';
import { sessionSvg } from './session-svg';

const HOSTILE = '</style><script>alert(1)</script><img src=https://evil.example onerror=alert(1)>"\'&';

/** Each text of it is the hostile one. */
const REPORT: ReportData = {
  title: HOSTILE, techniques: [HOSTILE], app: HOSTILE, link: HOSTILE, facts: [{ name: HOSTILE, value: HOSTILE }],
  analytics: [{
    id: HOSTILE, title: HOSTILE, description: HOSTILE,
    readings: [{
      name: HOSTILE, verdict: HOSTILE, code: HOSTILE, columns: [HOSTILE], rows: [[HOSTILE], [null]], rowCount: 3, known: [1], funnel: [{ leg: HOSTILE, text: HOSTILE, left: 2 }],
      chain: {
        legs: [{ leg: HOSTILE, eventCount: 2, events: [{ time: HOSTILE, host: HOSTILE, gist: HOSTILE, line: 4 }], matchedOn: [{ text: HOSTILE, value: HOSTILE }], conditions: [{ text: HOSTILE, holds: true, values: [{ field: HOSTILE, value: null }] }] }],
        between: [{ text: HOSTILE, holds: null, values: [{ field: HOSTILE, value: HOSTILE }] }],
      },
    }],
  }],
  session: { name: HOSTILE, events: [{ time: HOSTILE, millis: 0, role: HOSTILE, note: HOSTILE, hits: [HOSTILE] }, { time: null, millis: 1_000, role: HOSTILE, note: HOSTILE, hits: [] }], more: 1 },
  environment: { hosts: [{ value: HOSTILE, events: 1 }], channels: [{ value: HOSTILE, events: 1 }] },
  unknown: [HOSTILE], notes: [{ label: HOSTILE, note: HOSTILE, tags: [HOSTILE] }],
};

describe('the report of a pack', () => {
  it('makes no markup of what the data says', () => {
    const text = reportHtml(REPORT);
    expect(text).not.toContain(HOSTILE);
    expect(text.toLowerCase()).not.toMatch(/<script|<img|<\/style>[^]*<\/style>/);
    // Nothing of it asks for anything: of no tag, apart from what its quotes hold.
    expect(text.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\s(?:src|href|action|on\w+)\s*=/i);
    expect(text).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(text).not.toMatch(/@import|url\(/);
  });

  it('draws a session between its first and its last event', () => {
    const events = [0, 500, 1_000].map((millis) => ({ time: null, millis, role: 'share', note: '', hits: millis === 500 ? ['I'] : [] }));
    const svg = sessionSvg({ name: 'S', events, more: 0 })?.markup ?? '';
    expect([...svg.matchAll(/class="(\w+)" cx="([\d.]+)"/g)].map(([, kind, x]) => [kind, Number(x)])).toEqual([['mark', 110], ['mark', 880], ['hit', 495]]);
    expect(sessionSvg({ name: 'S', events: events.slice(0, 1), more: 0 })).toBeNull();
  });
});
