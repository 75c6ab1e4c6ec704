import type { AnalyticRun } from '@/lib/engine/engine';
import { classNames } from '@/components/ui/class-names';
import { useKnownInHunt } from './baseline/known-hits';
import { SHORT_READING_NAMES } from './reading-names';
import { useHostsWithoutHit } from './hosts-without-hit';
import { sharedVerdictWords, shownVerdict } from './shown-verdict';
import { VerdictCount, VerdictMark } from './verdict-mark';

interface AnalyticListProps {
  readonly analytics: readonly AnalyticRun[];
  /** The id of the one on screen; null where something else is. */
  readonly current: string | null;
  readonly hrefOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

/** The analytics with what each reading found. */
export function AnalyticList({ analytics, current, hrefOf, onOpen }: AnalyticListProps) {
  return (
    <ol className="flex flex-col">
      {analytics.map((analytic) => (
        <li key={analytic.id}>
          <a
            href={hrefOf(analytic.id)}
            aria-current={analytic.id === current ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(analytic.id);
            }}
            className={classNames(
              'focus-inset grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 border-l-2 py-1.5 pl-2.5 pr-3',
              analytic.id === current ? 'border-accent bg-selected' : 'border-transparent hover:bg-sunken',
            )}
          >
            <span className="font-mono text-xs leading-5 text-ink-2">{analytic.id}</span>
            <span className="text-sm">{withoutNumber(analytic)}</span>
            <Verdicts analytic={analytic} />
          </a>
        </li>
      ))}
    </ol>
  );
}

/** "Analytic IV: A file …" is numbered already. */
export function withoutNumber({ id, title }: Pick<AnalyticRun, 'id' | 'title'>): string {
  return title.replace(new RegExp(`^Analytic ${id}[:.\\s–-]*`), '') || `Analytic ${id}`;
}

/** Where every reading says the same that is not a number, it is said once, in words. */
function Verdicts({ analytic: { id, readings } }: { readonly analytic: AnalyticRun }) {
  const hostsOf = useHostsWithoutHit();
  const knownOf = useKnownInHunt();
  const known = readings.map(({ kind }) => knownOf({ analytic: id, reading: kind }).size);
  const told = readings.map((run) => ({ run, hosts: hostsOf(id, run.kind)?.counts ?? null }));
  const shared = sharedVerdictWords(told);
  if (shared !== null) {
    return (
      <span className="col-start-2 flex items-center gap-1 text-xs text-ink-2">
        <VerdictMark verdict={shownVerdict(told[0].run, told[0].hosts)} />
        {shared}
      </span>
    );
  }
  return (
    <span className="col-start-2 grid grid-cols-[4.25rem_5.25rem_minmax(0,1fr)] whitespace-nowrap text-xs">
      {told.map(({ run, hosts }) => (
        <span key={run.kind} className="flex items-center gap-1">
          <VerdictCount run={run} hosts={hosts} />
          <span className="text-2xs text-ink-3">{SHORT_READING_NAMES[run.kind]}</span>
        </span>
      ))}
      {known.some((count) => count > 0) &&
        known.map((count, i) => (
          <span key={readings[i].kind} className="tabular text-2xs text-ink-3">
            {count > 0 && `${count.toLocaleString('en')} known`}
          </span>
        ))}
    </span>
  );
}
