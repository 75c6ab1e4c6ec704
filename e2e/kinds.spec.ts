import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { tarOf } from '@/lib/ingest/tar-fixtures.test-support';
import { eventLines, zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { expect, idle, test } from './fixtures';
import { utf16 } from './made-archives';
import { chooseFile, openRow, panel, workbenchReady } from './workbench-page';

/* Each kind of container and of text, as a file that a person chooses. Several a page: what one leaves behind must not meet the next. */

interface Kind {
  readonly what: string;
  /** By name. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly events: number;
  /** On the label of what was skipped; none where nothing was. */
  readonly skipped?: string;
  /** Of the first event, how it stands in the file. */
  readonly asInFile?: string;
}

const lines = eventLines(3);
const events = lines.trimEnd().split('\n');
const pretty = events.map((event) => JSON.stringify(JSON.parse(event), null, 2));
const csv = 'EventID,Channel,Note\n5140,Security,"a, ""b""\nc"\n5145,Security,=1+1\n';
const audit = 'type=SYSCALL msg=audit(1604994496.155:92733): arch=c000003e syscall=59 comm="cat"\ntype=CWD msg=audit(1604994496.155:92733): cwd="/home/a b"\n';
const packet = Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0);

const containers: readonly Kind[] = [
  { what: 'a zip of one file', files: { 'a.zip': await zipOf({ 'a.json': lines }) }, events: 3 },
  {
    what: 'a zip of many files, of which one holds no events',
    files: { 'many.Zip': await zipOf({ 'a.json': lines, 'b/c.csv': csv, 'd.log': audit, 'e.cap': packet }) },
    events: 7,
    skipped: '1 file skipped',
  },
  { what: 'gzip', files: { 'a.json.gz': gzipSync(lines) }, events: 3 },
  { what: 'tar', files: { 'a.tar': tarOf({ 'a.json': lines, 'b.csv': csv }) }, events: 5 },
  { what: 'tar.gz', files: { 'a.tar.gz': gzipSync(tarOf({ 'a.json': lines, 'b.csv': csv })) }, events: 5 },
  { what: 'tgz', files: { 'a.tgz': gzipSync(tarOf({ 'a.json': lines })) }, events: 3 },
  { what: 'a plain file', files: { 'a.json': lines }, events: 3 },
  { what: 'several files at once', files: { 'b.csv': csv, 'a.json': lines, 'c.zip': await zipOf({ 'd.json': lines }), 'e.cap': packet }, events: 8, skipped: '1 file skipped' },
  { what: 'a zip that is called a text', files: { 'a.json': await zipOf({ 'a.json': lines }) }, events: 3 },
  { what: 'a text that is called a zip', files: { 'a.zip': lines }, events: 3 },
  { what: 'gzip without an ending', files: { evidence: gzipSync(lines) }, events: 3 },
];

const texts: readonly Kind[] = [
  { what: 'lines', files: { 'a.json': lines }, events: 3 },
  { what: 'lines with \\r\\n, some empty', files: { 'a.json': lines.replaceAll('\n', '\r\n\r\n') }, events: 3 },
  { what: 'an array', files: { 'a.json': `[${events.join(',')}]` }, events: 3, skipped: '1 note' },
  { what: 'an array of an event a line', files: { 'a.json': `[\n${events.join(',\n')}\n]` }, events: 3 },
  { what: 'records in a wrapper', files: { 'a.json': `{"Records":[\n${events.join(',\n')}]}` }, events: 3 },
  { what: 'Events in a wrapper', files: { 'a.json': `{"count":3,"Events":[\n${pretty.join(',\n')}]}` }, events: 3 },
  { what: 'pretty objects', files: { 'a.json': pretty.join('\n') }, events: 3 },
  { what: 'objects without anything between', files: { 'a.json': events.join('') }, events: 3, skipped: '1 note' },
  { what: 'CSV', files: { 'a.csv': csv }, events: 2, asInFile: '5140,Security,"a, ""b""\nc"' },
  { what: 'TSV', files: { 'a.txt': 'EventID\tChannel\n5140\tSecurity\n5145\tSecurity\n' }, events: 2 },
  { what: 'audit lines', files: { 'audit.log': audit }, events: 2 },
  { what: 'UTF-8 with a byte order mark', files: { 'a.json': `\ufeff${lines}` }, events: 3 },
  { what: 'UTF-16 LE', files: { 'a.json': utf16(lines, 'le') }, events: 3 },
  { what: 'UTF-16 BE', files: { 'a.json': utf16(lines, 'be') }, events: 3 },
  { what: 'CSV in UTF-16', files: { 'a.csv': utf16(csv, 'le') }, events: 2 },
  { what: 'a last line without its end', files: { 'a.json': lines.trimEnd() }, events: 3 },
  { what: 'a last line cut in the middle', files: { 'a.json': lines.slice(0, -20) }, events: 2, skipped: '1 line skipped' },
];

for (const { group, kinds } of [
  { group: 'container', kinds: containers },
  { group: 'text', kinds: texts },
]) {
  test(`every kind of ${group} opens, with exact counts`, async ({ home }) => {
    for (const [i, { what, files, events: count, skipped, asInFile }] of kinds.entries()) {
      await test.step(what, async () => {
        // A number before the name tells that this one is open, not still the one before.
        const payload = Object.entries(files).map(([name, content]) => ({ name: `${i}-${name}`, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }));
        await home.getByLabel('Dataset file').first().setInputFiles(payload);
        await expect(home.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${i}-`));
        const facts = home.getByRole('list', { name: 'Dataset' });
        await expect(facts.getByText(`${count} events`, { exact: true })).toBeVisible();
        await expect(facts.getByText(skipped ?? '0 lines skipped', { exact: true })).toBeVisible();
        await idle(home);
        if (asInFile !== undefined) await expectInFile(home, asInFile);
      });
    }
  });
}

/** Opens the first event, as text. */
async function expectInFile(page: Page, text: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Events', exact: true }).click();
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).getByRole('gridcell').first().click();
  await panel(page).getByRole('tab', { name: 'As in the file' }).click();
  const shown = panel(page).getByRole('tabpanel');
  await expect(shown).toBeVisible();
  expect(await shown.innerText()).toContain(text);
}

test('an event of several on one line is named by its number, not by that line', async ({ home }) => {
  const share = (user: string) => ({ Channel: 'Security', EventID: 5140, ShareName: '\\\\*\\C$', SubjectUserName: user, SubjectLogonId: '0x4e13b2e' });
  await chooseFile(home, { name: 'array.json', bytes: new TextEncoder().encode(JSON.stringify([share('DC01$'), share('pgustavo')])) });
  await workbenchReady(home);
  await openRow(home, 'I', 'sql', 0);
  await panel(home).getByRole('link', { name: /event\s*5140/ }).first().click();
  await expect(panel(home).getByRole('heading', { name: 'Event 2', exact: true })).toBeVisible();
  await expect(panel(home)).toContainText('array.json, event 2');
});
