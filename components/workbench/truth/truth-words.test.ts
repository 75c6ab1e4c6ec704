import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { datasetOfKey, isAnswerKey, SHIPPED_KEYS } from './answer-keys';
import { confusionText } from './truth-words';

const page = (path: string) => readFileSync(fileURLToPath(new URL(`../../../public/${path}`, import.meta.url)));

it('every key that comes with the page is an answer key, and of the dataset that it loads for', async () => {
  for (const [sha256, path] of SHIPPED_KEYS) {
    expect([path, await isAnswerKey(new Blob([page(path)])), datasetOfKey(page(path).toString('utf8'))]).toEqual([path, true, sha256]);
  }
  expect(SHIPPED_KEYS.has(createHash('sha256').update(page('datasets/sample.zip')).digest('hex'))).toBe(true);
});

it('takes no event log for a key', async () => {
  expect(await isAnswerKey(new Blob(['{"EventID":5140,"format":"json"}']))).toBe(false);
});

it('says what was found, missed and falsely alarmed', () => {
  const confusion = { found: 2, missed: 3, right: 2, falseAlarms: 1 };
  expect(confusionText(confusion, 5)).toBe('found 2 of 5 · missed 3 · 1 false alarm');
  expect(confusionText(confusion, null)).toBe('2 right rows · 1 false alarm');
});
