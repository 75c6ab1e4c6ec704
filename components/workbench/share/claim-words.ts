import type { ResultClaim } from '@/lib/url/result-claim';
import { countText } from '@/components/ui/format';
import { SHORT_READING_NAMES } from '@/components/workbench/reading-names';
import type { Findings, Standing } from './claim';
import type { ReadingChange } from './reading-changes';

/* What became of a link, in words; `changes` as readingChanges has them. */

type Changes = readonly ReadingChange[] | null;

export function dataWords(standing: Standing, { events: was }: Pick<ResultClaim, 'events'>, { events: is }: Pick<Findings, 'events'>): string {
  if (standing === 'same') return 'The same file, by its SHA-256.';
  const counts = was === null ? '' : was === is ? ` It has as many events, ${count(is)}.` : ` It has ${countText(is, 'event')}; then there were ${count(was)}.`;
  return standing === 'changed' ? `Another file: its SHA-256 is not the link’s.${counts}` : `Not compared: a browser computes the SHA-256 only over https.${counts}`;
}

export function huntWords(standing: Standing, changes: Changes): string {
  if (standing === 'same') return 'The same text, by its digest.';
  const first = standing === 'changed' ? 'The hunt’s text has changed since.' : 'Not compared: a browser computes the digest only over https.';
  if (changes === null) return first;
  const edited = changes.filter(({ isCodeChanged }) => isCodeChanged);
  const parts = [
    ...(edited.length === 0 ? [] : [`Other queries: ${names(edited)}.`]),
    ...(['new', 'gone'] as const).flatMap((presence) => {
      const of = changes.filter((change) => change.presence === presence);
      return of.length === 0 ? [] : [`${presence === 'new' ? 'Only now' : 'No longer'}: ${names(of)}.`];
    }),
  ];
  return [first, ...(parts.length > 0 ? parts : standing === 'changed' ? ['No query is another.'] : [])].join(' ');
}

export function rowsWords(standing: Standing, changes: Changes): string {
  if (standing === 'same') return 'Every row of every reading is the same, with the events behind it.';
  if (standing === 'unknown') return 'Not compared: there are too many, or the other version counts them otherwise.';
  const changed = changes?.filter(({ rows }) => rows !== null).length ?? 0;
  return changed === 0 ? 'Some row of some reading is another, or has other events behind it.' : `Of ${countText(changed, 'reading')}, with the events behind them:`;
}

/** '4 fewer: 44 rows, were 48', 'still 5 rows, but not the same'. */
export function rowsChangeWords({ was, is }: NonNullable<ReadingChange['rows']>): string {
  if (was === is) return is === null ? 'still does not run' : is === 1 ? 'still 1 row, but another' : `still ${count(is)} rows, but not the same`;
  if (is === null) return `does not run now; it had ${rowCount(was)}`;
  if (was === null) return `${rowCount(is)}; it did not run then`;
  return is > was ? `${count(is - was)} more: ${rowCount(is)}, were ${count(was)}` : `${count(was - is)} fewer: ${rowCount(is)}, were ${count(was)}`;
}

function rowCount(rows: number | null): string {
  return rows === null ? 'no result' : rows === 1 ? '1 row' : `${count(rows)} rows`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}

/** 'I SQL, IV hardened' */
function names(changes: readonly ReadingChange[]): string {
  return changes.map(({ analytic, reading }) => `${analytic} ${SHORT_READING_NAMES[reading]}`).join(', ');
}
