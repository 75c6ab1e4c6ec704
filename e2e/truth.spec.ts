import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { chooseFile, openSample, panel, workbenchReady } from './workbench-page';

test('the sample is held against its answer key: counts of all readings, and the events and rows behind them', async ({ home }) => {
  await openSample(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Ground truth' }).click();
  await idle(home);
  await expect(home.getByText('72 events of the attack')).toBeVisible();
  // As lib/hunts/ground-truth.test.ts reasons them.
  const table = home.getByRole('group', { name: 'Readings against the answer key' });
  await expect(table.getByRole('button')).toHaveCount(15);
  await expect(table.getByRole('button', { name: 'IV, Hardened: found 5 of 5 · missed 0 · 10 false alarms' })).toBeVisible();
  await expectNoViolations(home, 'ground truth', 'main');
  await table.getByRole('button', { name: 'IV, Published SQL: found 1 of 5 · missed 4 · 30 false alarms' }).click();
  await idle(home);
  const strip = home.getByRole('region', { name: 'Ground truth' });
  await expectNoViolations(home, 'the ground truth of a reading', 'main');
  await strip.getByRole('region', { name: 'Missed' }).getByRole('button', { name: /GLZSVC\.exe/ }).click();
  await expect(panel(home)).toContainText('GLZSVC.exe');
  await strip.getByRole('region', { name: 'False alarms' }).getByRole('button').first().click();
  await idle(home);
  await expect(panel(home)).toContainText('svc-backup');
});

test('a dataset without a key says how to add one; the viewer’s own is kept for it', async ({ home }) => {
  const event = { Channel: 'Security', EventID: 5140, Hostname: 'A', ShareName: '\\\\*\\C$', SubjectUserName: 'bea', SubjectLogonId: '0x1' };
  await chooseFile(home, { name: 'one.json', bytes: new TextEncoder().encode(`${JSON.stringify(event)}\n`) });
  await workbenchReady(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Ground truth' }).click();
  await expect(home.getByText('No answer key for this dataset')).toBeVisible();
  const key = {
    format: 'huntbook-answer-key',
    version: 1,
    title: 'One connect',
    dataset: { name: 'one.json' },
    events: [{ member: 'one.json', line: 1, expectedBy: { 'smb-create-remote-file': ['I'] } }],
  };
  await chooseFile(home, { name: 'one.answer-key.json', bytes: new TextEncoder().encode(JSON.stringify(key)) });
  await expect(home.getByText('one.answer-key.json is kept as this dataset’s answer key')).toBeVisible();
  await expect(home.getByRole('button', { name: 'I, Hardened: found 1 of 1 · missed 0 · 0 false alarms' })).toBeVisible();
  await home.reload();
  await idle(home);
  await home.getByRole('button', { name: 'Remove your answer key' }).click();
  await expect(home.getByText('No answer key for this dataset')).toBeVisible();

  // Without a dataset it is told what it is; together with one it is that one's.
  await home.getByRole('button', { name: 'Close', exact: true }).first().click();
  const [events, answers] = [
    { name: 'two.json', mimeType: 'application/json', buffer: Buffer.from(`${JSON.stringify({ ...event, Hostname: 'B' })}\n`) },
    { name: 'two.answer-key.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(key).replaceAll('one.json', 'two.json')) },
  ];
  await home.getByLabel('Dataset file').first().setInputFiles(answers);
  await expect(home.getByText('two.answer-key.json is an answer key, which says what of a dataset belongs to the attack, but not of which dataset')).toBeVisible();
  await home.getByLabel('Dataset file').first().setInputFiles([events, answers]);
  await expect(home.getByText('two.answer-key.json is kept as this dataset’s answer key')).toBeVisible();
});
