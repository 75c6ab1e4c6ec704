import { assertNever } from '@/lib/base/assert-never';
import type { ReadingRun, Verdict } from '@/lib/engine/engine';

export const VERDICT_WORDS: Record<Verdict, string> = { hits: 'hits', 'no-hit': 'no hit', 'cannot-know': 'cannot know', error: 'error' };

/** A shape for each verdict, apart from its colour: full disc, ring, dashed diamond with a question mark, triangle. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className="shrink-0" width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true" focusable="false">
      {shape(verdict)}
    </svg>
  );
}

function shape(verdict: Verdict) {
  switch (verdict) {
    case 'hits':
      return <circle cx="7" cy="7" r="4.5" fill="var(--accent)" />;
    case 'no-hit':
      return <circle cx="7" cy="7" r="3.75" stroke="var(--ink-3)" strokeWidth="1.5" />;
    case 'cannot-know':
      return (
        <>
          <path d="M7 .8 13.2 7 7 13.2.8 7Z" stroke="var(--caution)" strokeWidth="1.1" strokeDasharray="2 1.5" />
          <path d="M5.6 5.7c0-1.8 2.8-1.8 2.8 0 0 1-1.4 1.1-1.4 2M7 9.6v.1" stroke="var(--caution)" strokeWidth="1.2" strokeLinecap="round" />
        </>
      );
    case 'error':
      return (
        <>
          <path d="M7 1.5 13 12.5H1Z" stroke="var(--danger)" strokeWidth="1.3" strokeLinejoin="round" />
          <path d="M7 5.5v3m0 2v.1" stroke="var(--danger)" strokeWidth="1.3" strokeLinecap="round" />
        </>
      );
    default:
      return assertNever(verdict);
  }
}

/** "2", "0", "?" or "!", and the same in words for who cannot see the shape beside it. */
export function VerdictCount({ run }: { readonly run: ReadingRun }) {
  const short = run.verdict === 'cannot-know' ? '?' : run.verdict === 'error' ? '!' : run.rowCount.toLocaleString('en');
  const words = run.verdict === 'hits' ? (run.rowCount === 1 ? 'row' : 'rows') : VERDICT_WORDS[run.verdict];
  return (
    <span className="tabular inline-flex items-center gap-1">
      <VerdictMark verdict={run.verdict} />
      {run.verdict === 'cannot-know' || run.verdict === 'error' ? (
        <span className="sr-only">{words}</span>
      ) : (
        <>
          {short}
          <span className="sr-only"> {words}</span>
        </>
      )}
    </span>
  );
}
