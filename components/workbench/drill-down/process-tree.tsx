import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ErrorNotice } from '@/components/ui/error-notice';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ProcessTreeRequest, ProcessView } from '@/lib/engine/across-shapes';
import type { EventRef } from '@/lib/engine/engine';
import { useDrill } from './drill-context';
import { PaneSkeleton } from './pane-skeleton';
import { Value } from './part';
import { timeOfDay } from './time-text';
import { useAnswer } from './use-answer';
import { ViewLink } from './view-link';

/** Deeper ones stand no further in: the panel is narrow. */
const DEEPEST = 8;

/** What led to the event's process and what it started; every process of the host when asked for. */
export function ProcessTree({ member, line }: EventRef) {
  const { engine } = useDrill();
  const [around, setAround] = useState<ProcessTreeRequest['around']>('process');
  const answer = useAnswer(useMemo(() => () => engine.processTree({ event: { member, line }, around }), [engine, member, line, around]));
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  if (answer.value === null) return <p className="px-4 py-2 text-sm text-ink-3">The event tells of no process.</p>;
  const { host, processes, total } = answer.value;
  return (
    <div className="px-4 py-2 text-sm">
      <ul aria-label={`Processes on ${host}`} className="flex flex-col gap-1">
        {processes.map((process, i) => (
          <li key={i} style={{ paddingLeft: `${Math.min(process.depth, DEEPEST)}rem` }}>
            <OneProcess process={process} />
          </li>
        ))}
        {total > processes.length && <li className="text-xs text-ink-3">and {(total - processes.length).toLocaleString('en')} more</li>}
      </ul>
      <Button className="mt-2" onClick={() => setAround(around === 'process' ? 'host' : 'process')}>
        {around === 'process' ? 'All processes of the host' : 'Only around this process'}
      </Button>
    </div>
  );
}

/** Sysmon and the Security log name an image by different fields. */
function ImagePivot({ process: { image, event }, children }: { readonly process: ProcessView; readonly children: ReactNode }) {
  if (image === null) return children;
  return (
    <PivotValue field={event.eventId === '4688' ? 'NewProcessName' : 'Image'} value={image}>
      {children}
    </PivotValue>
  );
}

function OneProcess({ process }: { readonly process: ProcessView }) {
  const zone = useTimeZone();
  const { name, pid, start, startBy, end, events, commandLine, image, isAsked, depth } = process;
  const moment = (millis: number) => timeOfDay({ time: null, millis }, zone);
  const facts = [
    start === null ? 'start not known' : startBy === 'guid' ? `started ${moment(start).slice(0, 8)}, by its GUID` : `started ${moment(start)}`,
    ...(end === null ? [] : [`ended ${moment(end)}`]),
    ...(events === 0 ? ['only a child names it'] : [events === 1 ? '1 event' : `${events.toLocaleString('en')} events`]),
  ];
  return (
    <div className={classNames('border-l-2 pl-2', isAsked ? 'border-accent' : 'border-line')}>
      <span className="sr-only">Level {depth + 1}: </span>
      <ImagePivot process={process}>
        <ViewLink change={{ event: process.event.ref }} title={image ?? 'Its first event'}>
          <Value>{name ?? 'unnamed'}</Value>
        </ViewLink>
      </ImagePivot>
      {pid !== null && <span className="tabular font-mono text-xs text-ink-3"> {pid}</span>}
      {isAsked && <span className="text-xs text-ink-2"> this one</span>}
      {commandLine !== null && <p className="break-all font-mono text-xs text-ink-2"><PivotValue field="CommandLine" value={commandLine}>{commandLine}</PivotValue></p>}
      <p className="text-xs text-ink-3">{facts.join(' · ')}</p>
    </div>
  );
}
