/** A hunt document that is being edited, kept on this device. */
export interface HuntDraft {
  /** The document that it was made from, as it was opened, and the name of its file. */
  readonly original: string;
  readonly name: string;
  /** Markdown. */
  readonly text: string;
}

const PREFIX = 'huntbook.hunt-draft ';
/** Where the browser keeps nothing for this site, until the page is left. */
const inMemory = new Map<string, HuntDraft>();

/** `hunt` is the hunt's address, as a link writes it. */
export function draftOf(hunt: string): HuntDraft | null {
  try {
    return readDraft(localStorage.getItem(PREFIX + hunt)) ?? inMemory.get(hunt) ?? null;
  } catch {
    return inMemory.get(hunt) ?? null;
  }
}

/** False where this browser does not keep it. */
export function keepDraft(hunt: string, draft: HuntDraft): boolean {
  inMemory.set(hunt, draft);
  try {
    localStorage.setItem(PREFIX + hunt, JSON.stringify({ version: 1, ...draft }));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(hunt: string): void {
  inMemory.delete(hunt);
  try {
    localStorage.removeItem(PREFIX + hunt);
  } catch {
    // Nothing is kept there.
  }
}

/** Null for what this page did not write. */
export function readDraft(stored: string | null): HuntDraft | null {
  if (stored === null) return null;
  try {
    const given: unknown = JSON.parse(stored);
    if (typeof given !== 'object' || given === null || !('version' in given) || given.version !== 1) return null;
    const { original, name, text } = given as Partial<Record<keyof HuntDraft, unknown>>;
    return typeof original === 'string' && typeof name === 'string' && typeof text === 'string' ? { original, name, text } : null;
  } catch {
    return null;
  }
}
