import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { OpenTable } from './open-table';
import { resultOf } from './result-fixtures.test-support';
import { hitEvents } from './session-hits';

const event = (second: number, logonId: string) =>
  `{"@timestamp":"2020-09-22T18:00:0${second}Z","Channel":"Security","EventID":5140,"Hostname":"WS1","SubjectLogonId":"${logonId}"}\n`;
const open = new OpenTable(eventTableOf(event(0, '0xa') + event(1, '0xa') + event(2, '0xb') + event(3, '0x0')));
const rowsOf = (...rows: readonly (readonly number[])[]) => resultOf(['n'], rows.map(() => ['1']), rows.map((events) => events.map(rowId)));

describe('hitEvents', () => {
  // Two readings of II share event 0; I comes first in the hunt, but its rows hold event 1 alone.
  const hits = hitEvents(open, [
    { analytic: 'I', table: rowsOf([1]) },
    { analytic: 'II', table: rowsOf([0, 2], [0, 3]) },
    { analytic: 'II', table: rowsOf([0]) },
  ]);
  const ofSession = (logonId: string) => hits.ofSession({ host: 'WS1', logonId, boot: 0 });

  it('counts a session\u2019s events by analytic, each once', () => {
    expect(ofSession('0xa')).toEqual([
      { analytic: 'I', events: 1 },
      { analytic: 'II', events: 1 },
    ]);
    expect(ofSession('0xb')).toEqual([{ analytic: 'II', events: 1 }]);
    expect(ofSession('0xc')).toEqual([]);
  });

  it('tells what an event is behind, of no session too', () => {
    expect([0, 1, 2, 3].map((row) => hits.ofEvent(rowId(row)))).toEqual([['II'], ['I'], ['II'], ['II']]);
  });
});
