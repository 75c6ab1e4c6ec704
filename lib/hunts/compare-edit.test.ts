import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { compareEdit } from './compare-edit';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

/* Rows 0 to 3, in this order. */
const table = eventTableOf(['C$', 'IPC$', 'ADMIN$', 'IPC$'].map((ShareName) => JSON.stringify({ EventID: 5140, ShareName })).join('\n'));

const analytic = (id: string, ...readings: readonly (readonly [heading: string, code: string])[]) =>
  `### Analytic ${id}: Shares\n\n${readings.map(([heading, code]) => `#### ${heading}\n\n\`\`\`\n${code}\n\`\`\`\n`).join('\n')}`;
const hunt = (...analytics: readonly string[]) => runHunt(readHuntDocument(`# Hunt\n\n${analytics.join('\n')}`), table);
const sql = (pattern: string): readonly [string, string] => ['Logic', `SELECT ShareName FROM t WHERE ShareName LIKE '${pattern}'`];

describe('compareEdit', () => {
  it('counts rows by their events: gained ones of the edited reading, lost ones of the original', () => {
    // '%C$': C$, IPC$, IPC$ (events 0, 1, 3). '%N$': ADMIN$ (event 2). '%C%': 0, 1, 3 again.
    const rowsOf = (before: string, after: string) => compareEdit(hunt(analytic('I', sql(before))), hunt(analytic('I', sql(after))))[0].readings[0];
    expect(rowsOf('%C$', '%N$')).toMatchObject({ standing: 'edited', rows: { both: 0, gained: [0], lost: [0, 1, 2] } });
    expect(rowsOf('%C$', '%IPC$')).toMatchObject({ standing: 'edited', rows: { both: 2, gained: [], lost: [0] } });
    expect(rowsOf('%IPC$', '%$')).toMatchObject({ standing: 'edited', rows: { both: 2, gained: [0, 2], lost: [] } });
    expect(rowsOf('%C$', '%C%')).toMatchObject({ standing: 'edited', rows: { both: 3, gained: [], lost: [] } });
    expect(rowsOf('%C$', '%C$')).toMatchObject({ standing: 'same', rows: { both: 3, gained: [], lost: [] } });
  });

  it('tells what is new, what is removed and what does not run', () => {
    const before = hunt(analytic('I', sql('%C$'), ['Pandas Query', 'df']), analytic('II', sql('%$')));
    const after = hunt(analytic('I', ['Logic', 'SELECT FROM'], ['Hardened', sql('%')[1]]), analytic('III', sql('%')));
    expect(compareEdit(before, after).map(({ id, line, readings }) => [id, line !== null, readings.map(({ kind, standing, rows }) => [kind, standing, rows])])).toEqual([
      ['I', true, [['sql', 'edited', null], ['hardened', 'new', null], ['pandas', 'removed', null]]],
      ['III', true, [['sql', 'new', null]]],
      ['II', false, [['sql', 'removed', null]]],
    ]);
  });
});
