import { assertNever } from '@/lib/base/assert-never';
import type { HostCounts } from '@/lib/engine/compare-shapes';
import type { ReadingRun } from '@/lib/engine/engine';
import { type ShownVerdict, shownVerdict, verdictWords } from './shown-verdict';

/** A shape for each verdict, apart from its colour: full disc, ring, ring around a question mark, dashed diamond around one, triangle. */
export function VerdictMark({ verdict }: { readonly verdict: ShownVerdict }) {
  return (
    <svg className="shrink-0" width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true" focusable="false">
      {shape(verdict)}
    </svg>
  );
}

function shape(verdict: ShownVerdict) {
  switch (verdict) {
    case 'hits':
      return <circle cx="7" cy="7" r="4.5" fill="var(--accent)" />;
    case 'no-hit':
      return <circle cx="7" cy="7" r="3.75" stroke="var(--ink-3)" strokeWidth="1.5" />;
    case 'partly-known':
      return (
        <>
          <circle cx="7" cy="7" r="5.75" stroke="var(--ink-3)" strokeWidth="1.2" />
          <path d="M5.4 5.7c0-2 3.2-2 3.2 0 0 1.1-1.6 1.2-1.6 2.2M7 10v.1" stroke="var(--caution)" strokeWidth="1.3" strokeLinecap="round" />
        </>
      );
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

interface VerdictCountProps {
  readonly run: ReadingRun;
  /** For a reading without a hit, once it is known. */
  readonly hosts?: HostCounts | null;
}

/** "2", "0", "?" or "!", and the same in words for who cannot see the shape beside it. */
export function VerdictCount({ run, hosts = null }: VerdictCountProps) {
  const verdict = shownVerdict(run, hosts);
  const words = verdictWords(verdict, hosts);
  return (
    <span className="tabular inline-flex items-center gap-1" title={verdict === 'partly-known' ? words : undefined}>
      <VerdictMark verdict={verdict} />
      {verdict === 'cannot-know' || verdict === 'error' ? (
        <span className="sr-only">{words}</span>
      ) : (
        <>
          {run.rowCount.toLocaleString('en')}
          <span className="sr-only"> {verdict === 'hits' ? (run.rowCount === 1 ? 'row' : 'rows') : words}</span>
        </>
      )}
    </span>
  );
}
