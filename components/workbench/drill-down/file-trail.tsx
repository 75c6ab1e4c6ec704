import type { FileTrailView } from '@/lib/engine/across-shapes';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { EventLink } from './event-link';
import { Facts, Value } from './part';
import { HostLink } from './view-link';

type Kind = FileTrailView['steps'][number]['kind'];

const STEP_WORDS: Readonly<Record<Kind, string>> = {
  'asked-to-write': 'asked to write',
  opened: 'opened',
  created: 'created',
  changed: 'creation time changed',
  deleted: 'deleted',
  run: 'run',
  ended: 'its process ended',
  loaded: 'loaded',
  acted: 'its process acted',
};

/** A file's events in order, its hashes, and what may be the same file elsewhere. */
export function FileTrail({ trail }: { readonly trail: FileTrailView }) {
  const more = trail.stepCount - trail.steps.length;
  return (
    <div className="flex flex-col gap-2 px-4 py-2 text-sm">
      <p className="break-all font-mono font-medium">
        <PivotValue field={null} value={trail.path}>
          {trail.path}
        </PivotValue>
      </p>
      <ol aria-label="Events of this file">
        {trail.steps.map((step) => (
          <li key={`${step.ref.member}.${step.ref.line}`}>
            <EventLink event={step} words={STEP_WORDS[step.kind]} />
          </li>
        ))}
        {more > 0 && <li className="text-xs text-ink-3">and {more.toLocaleString('en')} more</li>}
      </ol>
      {trail.hashes.length > 0 && (
        <Facts
          facts={trail.hashes.map(({ algorithm, value }) => [
            algorithm,
            <span key={value} className="break-all">
              <PivotValue field={null} value={value}>
                <Value>{value}</Value>
              </PivotValue>
            </span>,
          ])}
        />
      )}
      {trail.elsewhere.length > 0 && <Elsewhere trail={trail} />}
    </div>
  );
}

function Elsewhere({ trail }: { readonly trail: FileTrailView }) {
  const more = trail.elsewhereCount - trail.elsewhere.length;
  return (
    <div>
      <h4 className="text-xs font-medium text-ink-2">Elsewhere</h4>
      <ul aria-label="Elsewhere" className="flex flex-col gap-1">
        {trail.elsewhere.map(({ host, path, by, first, events }) => (
          <li key={`${host} ${path}`}>
            <EventLink event={first} words={path} />
            <p className="text-xs text-ink-3">
              {by === 'hash' ? 'same hash' : 'same name'} · {events === 1 ? '1 event' : `${events.toLocaleString('en')} events`} on{' '}
              <PivotValue field="Hostname" value={host}>
                <HostLink host={host} />
              </PivotValue>
            </p>
          </li>
        ))}
        {more > 0 && <li className="text-xs text-ink-3">and {more.toLocaleString('en')} more</li>}
      </ul>
    </div>
  );
}
