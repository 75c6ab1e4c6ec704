'use client';

import { useMemo, useState } from 'react';
import type { CoverageNeed, HostCoverage, HostCounts, NeedOnHost, ReadingCoverage } from '@/lib/engine/compare-shapes';
import type { Engine, ReadingRun } from '@/lib/engine/engine';
import { classNames } from '@/components/ui/class-names';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useAnswer } from './drill-down/use-answer';
import { VerdictMark } from './verdict-mark';

interface HostCoverageProps {
  readonly engine: Engine;
  readonly analytic: string;
  readonly run: ReadingRun;
  readonly name: string;
}

/** For the reading on screen, which hosts recorded what it needs, and what its outcome means on each. */
export function HostCoveragePanel({ engine, analytic, run, name }: HostCoverageProps) {
  const { kind, verdict } = run;
  const answer = useAnswer(useMemo(() => () => engine.coverage({ analytic, reading: kind }), [engine, analytic, kind]));
  // Without a hit it is the first thing to ask.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (verdict === 'no-hit' || verdict === 'cannot-know');
  if (answer.kind === 'ready' && answer.value === null) return null;
  return (
    <Panel label="Hosts and what they recorded">
      <Disclosure
        summary="Hosts: was it recorded there?"
        aside={answer.kind === 'ready' && answer.value && <Counts counts={answer.value.counts} />}
        open={isOpen}
        onToggle={() => setChosen(!isOpen)}
      >
        {answer.kind === 'waiting' && <Skeleton className="m-3 h-24" />}
        {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
        {answer.kind === 'ready' && answer.value && <Matrix coverage={answer.value} name={name} />}
      </Disclosure>
    </Panel>
  );
}

/** "4 hosts with hits · 1 no hit · 2 cannot know" */
function Counts({ counts: { hits, noHit, cannotKnow } }: { readonly counts: HostCounts }) {
  const parts = [
    { count: hits, words: 'with hits', tone: '' },
    { count: noHit, words: 'no hit', tone: '' },
    { count: cannotKnow, words: 'cannot know', tone: 'text-caution' },
  ].filter(({ count }) => count > 0);
  return (
    <span className="tabular">
      {parts.map(({ count, words, tone }, place) => (
        <span key={words} className={tone}>
          {place === 0 ? `${countText(count, 'host')} ` : ` · ${count.toLocaleString('en')} `}
          {words}
        </span>
      ))}
    </span>
  );
}

/** Shown before all are asked for; those that cannot know and those with hits come first. */
const FIRST = 10;

function Matrix({ coverage: { hosts, needs }, name }: { readonly coverage: ReadingCoverage; readonly name: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? hosts : hosts.slice(0, FIRST);
  return (
    <div className="flex flex-col">
      <div tabIndex={0} role="group" aria-label="Hosts" className={classNames('overflow-auto', isWhole && 'max-h-96')}>
        <table className="w-full text-xs">
          <caption className="sr-only">What {name} needs, and the events of it that each host recorded</caption>
          <thead className="sticky top-0 bg-sunken text-left align-bottom text-ink-2">
            <tr>
              <th scope="col" className="px-3 py-1 font-medium">
                Host
              </th>
              {needs.map((need) => (
                <NeedHead key={need.label} need={need} />
              ))}
              <th scope="col" className="w-full px-3 py-1 font-medium">
                {name}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((host) => (
              <HostRow key={host.host} host={host} needs={needs} />
            ))}
          </tbody>
        </table>
      </div>
      {hosts.length > FIRST && (
        <div className="border-t border-line px-2 py-1">
          <Button look="quiet" onClick={() => setWhole(!isWhole)}>
            {isWhole ? `Show the first ${FIRST}` : `Show all ${hosts.length.toLocaleString('en')} hosts`}
          </Button>
        </div>
      )}
    </div>
  );
}

function NeedHead({ need: { label, fields, onHost } }: { readonly need: CoverageNeed }) {
  return (
    <th scope="col" className="whitespace-nowrap px-3 py-1 font-medium" title={fields.length > 0 ? `needs ${fields.join(', ')}` : undefined}>
      {label}
      {!onHost && <span className="block text-2xs font-normal text-ink-3">from any host</span>}
    </th>
  );
}

function HostRow({ host: { host, events, needs: recorded, hits, verdict, reason }, needs }: { readonly host: HostCoverage; readonly needs: readonly CoverageNeed[] }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="whitespace-nowrap px-3 py-1 text-left font-normal" title={countText(events, 'event')}>
        {host === '-' ? <span className="text-ink-3">no host name</span> : host}
      </th>
      {recorded.map((on, place) => (
        <td key={needs[place].label} className="whitespace-nowrap px-3 py-1">
          <Recorded on={on} isWanted={needs[place].onHost} />
        </td>
      ))}
      <td className="px-3 py-1">
        <span className="flex items-start gap-1.5">
          <span className="flex h-4 items-center">
            <VerdictMark verdict={verdict} />
          </span>
          {verdict === 'hits' && <span className="tabular">{countText(hits, 'row')}</span>}
          {verdict === 'no-hit' && 'no hit'}
          {verdict === 'cannot-know' && <span className="text-caution">cannot know{reason === null ? '' : `: ${reason}`}</span>}
        </span>
      </td>
    </tr>
  );
}

/** How many events of the type the host recorded; none looks like nothing else. */
function Recorded({ on: { events, missingFields }, isWanted }: { readonly on: NeedOnHost; readonly isWanted: boolean }) {
  const tone = isWanted ? 'text-caution' : 'text-ink-3';
  if (events === 0) {
    return <span className={classNames('inline-flex items-center rounded border border-dashed border-current px-1.5 text-2xs', tone)}>not recorded</span>;
  }
  return (
    <>
      <span className="tabular font-mono">{events.toLocaleString('en')}</span>
      {missingFields.length > 0 && <span className={classNames('block whitespace-normal text-2xs', tone)}>without {missingFields.join(', ')}</span>}
    </>
  );
}
