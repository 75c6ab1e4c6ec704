import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { editedAnalytic } from '@/lib/base/edited-analytic';
import { createInProcessEngine } from './in-process-engine';

const file = (path: string) => readFileSync(new URL(`../../public/${path}`, import.meta.url));
const original = file('hunts/smb-create-remote-file.md').toString('utf8');
const engine = createInProcessEngine();
const edit = (edited: string | null) => engine.editHunt({ original, name: 'smb.md', edited });
/** The one pattern of analytic II's SQL that `IPC$` meets too. */
const tightened = original.replace("    AND b.ShareName LIKE '%C$'", () => "    AND b.ShareName LIKE '%\\\\C$'");

beforeAll(async () => {
  await engine.open({ kind: 'file', name: 'sample.zip', blob: new Blob([file('datasets/sample.zip')]) });
});

describe('editHunt', () => {
  it('finds in the original what the hunt finds, with nothing gained or lost', async () => {
    const { text, analytics } = await edit(null);
    expect(text).toBe(original);
    const run = await engine.runHunt(original);
    expect(analytics.map(({ id, readings }) => [id, readings.map(({ kind, standing, found }) => [kind, standing, found?.rowCount])])).toEqual(
      run.analytics.map(({ id, readings }) => [id, readings.map(({ kind, rowCount }) => [kind, 'same', rowCount])]),
    );
    for (const { readings } of analytics) for (const { change } of readings) expect(change).toEqual({ gained: { count: 0, rows: [] }, lost: { count: 0, rows: [] } });
  });

  it('tells which rows a changed pattern loses, and opens them', async () => {
    expect(tightened).not.toBe(original);
    const { analytics, text } = await edit(tightened);
    const edited = analytics.flatMap(({ id, readings }) => readings.filter(({ standing }) => standing !== 'same').map(({ kind, standing, change, start }) => ({ id, kind, standing, change, start })));
    expect(edited).toMatchObject([{ id: 'II', kind: 'sql', standing: 'edited', change: { gained: { count: 0 } } }]);
    const [{ change, start }] = edited;
    expect(text.slice(start ?? 0)).toMatch(/^SELECT /);
    const rows = change?.lost.rows ?? [];
    expect(rows.length).toBeGreaterThan(0);
    // What '%C$' meets and '%\C$' does not is no drive: its share is IPC$.
    for (const row of rows) {
      const { legs } = await engine.joinChain({ analytic: editedAnalytic('original', 'II'), reading: 'sql', row });
      expect(legs.flatMap(({ events }) => events.map(({ gist }) => gist)).join(' ')).toContain('IPC$');
    }
  });

  it('says what keeps a text from being a hunt, and goes on from there', async () => {
    const { checks, analytics } = await edit('# Nothing');
    expect(analytics).toEqual([]);
    expect(checks).toMatchObject([{ severity: 'error', line: 1 }]);
    await expect(engine.joinChain({ analytic: editedAnalytic('edited', 'II'), reading: 'sql', row: 0 })).rejects.toThrow('No such hunt');
    expect((await edit(null)).analytics.length).toBe(5);
  });

  it('has places and colours inside the text, in the words that they are of', async () => {
    const { checks, tokens, text } = await edit(original.replace('SELECT `@timestamp`, Hostname, ShareName', 'SELECT `@timestamp`, Hostnam, ShareName'));
    const absent = checks.find(({ message }) => message.includes('Hostnam'));
    expect(text.slice(absent?.span.start, absent?.span.end)).toBe('Hostnam');
    expect(tokens.filter(({ start, end }) => start > end || end > text.length)).toEqual([]);
    expect(tokens.some(({ kind, start, end }) => kind === 'keyword' && text.slice(start, end) === 'SELECT')).toBe(true);
  });

  it('edits a notebook as Markdown', async () => {
    const notebook = JSON.stringify({
      cells: [
        { cell_type: 'markdown', source: '# Hunt\n\n### Analytic I\n\n#### Logic' },
        { cell_type: 'code', source: "spark.sql('''\nSELECT Hostname FROM t WHERE EventID = 5140\n''')" },
      ],
      metadata: {}, nbformat: 4, nbformat_minor: 5,
    });
    const { text } = await engine.editHunt({ original: notebook, name: 'a.ipynb', edited: null });
    expect(text).toMatch(/^# Hunt/);
    const { analytics } = await engine.editHunt({ original: notebook, name: 'a.ipynb', edited: text.replace('5140', '5145') });
    expect(analytics[0].readings[0]).toMatchObject({ kind: 'sql', standing: 'edited' });
  });
});

it('begins hunts and analytics that run', async () => {
  const begun = await engine.newHunt('My hunt');
  const { analytics, checks } = await engine.editHunt({ original: begun, name: 'new.md', edited: (await engine.withNewAnalytic(begun)).markdown });
  expect(analytics.map(({ id, readings }) => [id, readings.map(({ found }) => found?.verdict)])).toEqual([['I', ['hits', 'hits']], ['II', ['hits', 'hits']]]);
  expect(checks).toEqual([]);
});
