import { UserError } from '@/lib/base/user-error';
import type { EditSide } from '@/lib/base/edited-analytic';
import type { EventTable } from '@/lib/events/event-table';
import { checkHunt } from '@/lib/hunts/check-hunt';
import { codePlaces, documentLines, type DocumentLines } from '@/lib/hunts/code-places';
import { compareEdit, type EditedReading } from '@/lib/hunts/compare-edit';
import type { HuntDocument } from '@/lib/hunts/hunt-document';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { huntSource } from '@/lib/hunts/hunt-source';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import type { CodeToken } from '@/lib/query/code-token';
import type { ChangedRows, EditRequest, HuntEdit, ReadingEdit } from './edit-shapes';
import type { ReadingAddress } from './engine';
import { HuntResults } from './hunt-results';
import type { KeptResult } from './kept-result';
import { notFound } from './open-table';

const MOST_ROWS = 1_000;

/** A hunt that is being edited over one dataset, and its original, which is run once. */
export class HuntEditing {
  private original: { readonly text: string; readonly markdown: string; readonly results: HuntResults } | null = null;
  private edited: HuntResults | null = null;

  constructor(private readonly table: EventTable) {}

  /** @throws UserError 'unreadable-hunt' for an original that cannot be read */
  run({ original, name, edited }: EditRequest): HuntEdit {
    const started = performance.now();
    this.edited = null;
    if (this.original?.text !== original) this.original = this.runOriginal(original, name);
    const { markdown } = this.original;
    const text = edited ?? markdown;
    const shared = { text, original: markdown };
    const document = readOrFailure(text, asMarkdownName(name));
    if (document instanceof UserError) {
      const { message, advice } = document.failure;
      const check = { severity: 'error' as const, message: `${message} ${advice}`, span: { start: 0, end: 0 }, line: 1 };
      return { ...shared, title: '', tokens: [], checks: [check], analytics: [], took: performance.now() - started };
    }
    const results = HuntResults.run(document, this.table);
    this.edited = results;
    const lines = documentLines(text);
    const analytics = compareEdit(this.original.results.result, results.result).map(({ id, title, line, readings }) => ({
      id,
      title,
      start: line === null ? null : lines.starts[line - 1],
      readings: readings.map((reading) => readingEdit(reading, lines)),
    }));
    return { ...shared, title: document.title, tokens: tokensOf(text, results.result, lines), checks: checkHunt(results.result), analytics, took: performance.now() - started };
  }

  /** @throws UserError 'not-found' */
  kept(side: EditSide, at: ReadingAddress): KeptResult {
    return this.results(side).kept(at);
  }

  /** @throws UserError 'not-found' */
  results(side: EditSide): HuntResults {
    const results = side === 'edited' ? this.edited : (this.original?.results ?? null);
    if (results) return results;
    throw notFound('No such hunt is being edited.');
  }

  private runOriginal(text: string, name: string): NonNullable<HuntEditing['original']> {
    const document = readHuntDocument(text, name);
    // As an editor holds it.
    const markdown = document.markdown.replace(/\r\n?/g, '\n');
    return { text, markdown, results: HuntResults.run(markdown === document.markdown ? document : readHuntDocument(markdown, asMarkdownName(name)), this.table) };
  }
}

/** What a notebook has become. */
function asMarkdownName(name: string): string {
  return name.replace(/\.ipynb$/i, '.md');
}

function readOrFailure(text: string, name: string): HuntDocument | UserError {
  try {
    return readHuntDocument(text, name);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function readingEdit({ kind, standing, edited, original, rows }: EditedReading, lines: DocumentLines): ReadingEdit {
  return {
    kind,
    standing,
    start: edited && codePlaces(lines, edited.reading)(0),
    code: (edited ?? original)?.reading.code ?? '',
    found: edited && { verdict: edited.verdict, reason: edited.reason, columns: edited.table?.columns ?? [], rowCount: edited.table?.rowCount ?? 0 },
    originalRows: original?.table?.rowCount ?? null,
    change: rows && { gained: changedRows(rows.gained), lost: changedRows(rows.lost) },
  };
}

function changedRows(rows: readonly number[]): ChangedRows {
  return { count: rows.length, rows: rows.slice(0, MOST_ROWS) };
}

/** Headings, and the code of the readings. */
function tokensOf(text: string, { analytics }: HuntResult, lines: DocumentLines): CodeToken[] {
  const headings = huntSource(text, '').blocks.flatMap(({ node, start, end }): CodeToken[] => (node.type === 'heading' ? [{ kind: 'keyword', start, end }] : []));
  const code = analytics.flatMap(({ readings }) =>
    readings.flatMap(({ reading, tokens }) => {
      const placeOf = codePlaces(lines, reading);
      return tokens.map(({ kind, start, end }): CodeToken => ({ kind, start: placeOf(start), end: placeOf(Math.max(start, end - 1)) + 1 }));
    }),
  );
  return [...headings, ...code];
}
