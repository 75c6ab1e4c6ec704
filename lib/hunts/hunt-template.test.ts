import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { checkHunt } from './check-hunt';
import { newHunt, withNewAnalytic } from './hunt-template';
import { repositoryPath } from './hunt-run.test-support';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

const shares = eventTableOf(
  [5140, 5140, 4624, 5140].map((EventID) => JSON.stringify({ Channel: 'Security', EventID, Hostname: 'WKS1' })).join('\n'),
);

describe('the templates', () => {
  it('begin a hunt that finds the commonest events, in both readings and without a note', () => {
    const result = runHunt(readHuntDocument(newHunt('My hunt', shares)), shares);
    expect(result.analytics.map(({ readings }) => readings.map(({ table }) => table?.rowCount))).toEqual([[3, 3]]);
    expect(checkHunt(result)).toEqual([]);
  });

  it('run on a dataset without such fields', () => {
    const other = eventTableOf('{"a":1}');
    const [analytic] = runHunt(readHuntDocument(newHunt('My hunt', other)), other).analytics;
    expect(analytic.readings.map(({ verdict }) => verdict)).toEqual(['cannot-know', 'cannot-know']);
  });

  it('add an analytic to a hunt, and tell where', () => {
    const shipped = readFileSync(repositoryPath('public/hunts/smb-create-remote-file.md'), 'utf8');
    const { markdown, id, start } = withNewAnalytic(shipped, shares);
    expect(id).toBe('VI');
    expect(markdown.slice(start)).toMatch(/^### Analytic VI: /);
    const { analytics } = readHuntDocument(markdown);
    expect(analytics.at(-1)).toMatchObject({ id: 'VI', dataSources: [{ eventId: '5140' }], readings: [{ kind: 'sql' }, { kind: 'pandas' }] });
  });
});
