import { UserError } from '@/lib/base/user-error';
import { deviceText, keepText, useDeviceText } from '@/components/workbench/lesson/device-text';
import { huntAtWork } from '@/components/workbench/share/hunt-at-work';

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

function nameFor(sha256: string | null): string | null {
  return sha256 === null ? null : `huntbook:answer-key:${sha256}`;
}

/**
 * Keeps the answer keys among files, each for the dataset that it names, or for the one on screen if it names none. What is wrong with one is said
 * when it is used. @returns the other files
 */
export async function keepAnswerKeys(files: readonly File[]): Promise<readonly File[]> {
  const others: File[] = [];
  for (const file of files) {
    const text = (await isAnswerKey(file)) ? await file.text() : null;
    const name = text === null ? null : nameFor(datasetOfKey(text) ?? huntAtWork()?.summary.sha256 ?? null);
    if (text === null || name === null) others.push(file);
    else keepText(name, text);
  }
  return others;
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
