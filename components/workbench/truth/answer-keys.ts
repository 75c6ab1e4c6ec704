import { UserError } from '@/lib/base/user-error';
import { deviceText, keepText, useDeviceText } from '@/components/workbench/lesson/device-text';

/** The keys that come with the page, by the SHA-256 of their dataset. */
export const SHIPPED_KEYS: ReadonlyMap<string, string> = new Map([
  ['9b68cab1dbdfd4df4c5bd75f14464c8f1df4709004d9155ceb898d5e6c4d37f6', 'datasets/sample.answer-key.json'],
  ['a43e5f20cb412fc068c9e2449e5a7bd0cf8456ebe6a782e69301ea0905590871', 'datasets/covenant-copy-smb.answer-key.json'],
]);

const FORMAT = /"format"\s*:\s*"huntbook-answer-key"/;
const SHA256 = /"sha256"\s*:\s*"([0-9a-f]{64})"/i;

/** Whether a file is an answer key, by the beginning of its text. */
export async function isAnswerKey(file: Blob): Promise<boolean> {
  return FORMAT.test(await file.slice(0, 4096).text());
}

/** The SHA-256 that a key names as its dataset's; null if it names none. */
export function datasetOfKey(text: string): string | null {
  return SHA256.exec(text)?.[1].toLowerCase() ?? null;
}

const PREFIX = 'huntbook:answer-key:';

function nameFor(sha256: string | null): string | null {
  return sha256 === null ? null : `${PREFIX}${sha256}`;
}

/** An answer key that was given, and the SHA-256 of the dataset that it names; null: it names none. */
export interface GivenKey {
  readonly name: string;
  readonly text: string;
  readonly dataset: string | null;
}

/** Answer keys apart from other files. What is wrong with a key is said when it is used. */
export async function partAnswerKeys(files: readonly File[]): Promise<{ readonly keys: readonly GivenKey[]; readonly others: readonly File[] }> {
  const keys: GivenKey[] = [];
  const others: File[] = [];
  for (const file of files) {
    if (!(await isAnswerKey(file))) others.push(file);
    else {
      const text = await file.text();
      keys.push({ name: file.name, text, dataset: datasetOfKey(text) });
    }
  }
  return { keys, others };
}

/** On this device, for the dataset of this SHA-256, in place of one that was there. */
export function keepAnswerKey(dataset: string, text: string): void {
  keepText(`${PREFIX}${dataset}`, text);
}

export function removeAnswerKey(sha256: string): void {
  const name = nameFor(sha256);
  if (name !== null) keepText(name, null);
}

/** The viewer's own key for a dataset. */
export function useOwnKey(sha256: string | null): string | null {
  return useDeviceText(nameFor(sha256));
}

/** The text of the answer key for a dataset, the viewer's own before the page's; null: there is none. @throws UserError 'unreadable-file' */
export async function answerKeyOf(sha256: string | null): Promise<string | null> {
  const name = nameFor(sha256);
  const own = name === null ? null : deviceText(name);
  const path = SHIPPED_KEYS.get(sha256 ?? '');
  if (own !== null || path === undefined) return own;
  const response = await fetch(new URL(path, document.baseURI)).catch(() => null);
  if (response?.ok) return response.text();
  throw new UserError({ code: 'unreadable-file', message: 'The answer key of this dataset could not be fetched.', advice: 'Check the connection and reload the page.' });
}
