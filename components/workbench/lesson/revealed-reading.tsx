import { useState } from 'react';
import type { Engine, HuntRun, RowAddress } from '@/lib/engine/engine';
import { Button } from '@/components/ui/button';
import { withoutNumber } from '@/components/workbench/analytic-list';
import { closed } from '@/components/workbench/drill-down/layers';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { ReadingView } from '@/components/workbench/reading-view';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { RevealedView } from './reveal-view';

interface RevealedReadingProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly revealed: RevealedView;
  readonly go: ViewNavigation['go'];
  readonly openRow: number | null;
  readonly onOpenRow: (at: RowAddress) => void;
}

/** What a step reveals: the reading here, the row, session, event or list of events beside it. */
export function RevealedReading({ engine, run, revealed, go, openRow, onOpenRow }: RevealedReadingProps) {
  const [folds, setFolds] = useState({ logic: false, funnel: true });
  const analytic = run.analytics.find(({ id }) => id === revealed.analytic);
  const reading = analytic?.readings.find(({ kind }) => kind === revealed.reading);
  const beside = besideWords(revealed);
  return (
    <section aria-label="What is revealed" className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        {analytic && reading ? (
          <h4 className="text-base font-medium">
            {analytic.id} · {withoutNumber(analytic)} · {READING_NAMES[reading.kind]}
          </h4>
        ) : (
          <span />
        )}
        <div className="flex flex-wrap gap-2">
          {beside !== null && <Button onClick={() => go({ ...revealed })}>{beside}</Button>}
          <Button onClick={() => go({ ...closed, ...revealed, section: revealed.analytic === null ? 'events' : 'analytics' })}>Show in the workbench</Button>
        </div>
      </div>
      {analytic && reading && (
        <ReadingView
          key={`${analytic.id} ${reading.kind}`}
          engine={engine}
          analytic={analytic}
          run={reading}
          openRow={openRow}
          onOpenRow={(row) => onOpenRow({ analytic: analytic.id, reading: reading.kind, row })}
          onOpenFunnel={(place) => go({ ...closed, analytic: analytic.id, reading: reading.kind, funnel: { analytic: analytic.id, reading: reading.kind, place } })}
          folds={{ ...folds, toggle: (part) => setFolds((now) => ({ ...now, [part]: !now[part] })) }}
        />
      )}
    </section>
  );
}

function besideWords({ event, session, funnel, row }: RevealedView): string | null {
  if (event) return 'Open the event';
  if (session) return 'Open the session';
  if (funnel) return 'List the events';
  return row.length > 0 ? 'Open the row' : null;
}
