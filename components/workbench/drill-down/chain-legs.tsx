import type { ChainLeg } from '@/lib/engine/engine';
import { ConditionList } from './condition-list';
import { EventLink } from './event-link';
import { Value } from './part';

/** The legs in the order of the query; between them what tied each to those before it. */
export function ChainLegs({ legs }: { readonly legs: readonly ChainLeg[] }) {
  return (
    <ol className="flex flex-col">
      {legs.map((leg, i) => (
        <li key={leg.leg} className="relative pb-3 pl-5 last:pb-0">
          {i < legs.length - 1 && <span aria-hidden="true" className="absolute bottom-0 left-[5px] top-3 w-px bg-line" />}
          <span aria-hidden="true" className="absolute left-0 top-[5px] size-[11px] rounded-full border-2 border-accent bg-surface" />
          <Leg leg={leg} isOnly={legs.length === 1} />
        </li>
      ))}
    </ol>
  );
}

function Leg({ leg, isOnly }: { readonly leg: ChainLeg; readonly isOnly: boolean }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {!isOnly && (
        <h4 className="text-sm">
          Leg <span className="font-mono font-medium">{leg.leg}</span>
          {leg.eventCount !== 1 && <span className="text-ink-3"> · {leg.eventCount.toLocaleString('en')} events</span>}
        </h4>
      )}
      {leg.matchedOn.map((match) => (
        <p key={match.text} className="rounded bg-accent-soft px-2 py-1 text-xs">
          <span className="text-ink-2">joined on </span>
          <Value>{match.text}</Value>
          <span className="text-ink-2">, both </span>
          <Value>{match.value ?? 'missing'}</Value>
        </p>
      ))}
      {leg.eventCount === 0 && <p className="text-sm text-ink-3">No event matched here; the join keeps the row without one.</p>}
      <ul>
        {leg.events.map((event) => (
          <li key={`${event.ref.member}.${event.ref.line}`}>
            <EventLink event={event} showHost />
          </li>
        ))}
      </ul>
      {leg.events.length < leg.eventCount && <p className="text-xs text-ink-3">The first {leg.events.length} of them are shown.</p>}
      {leg.conditions.length > 0 && (
        <details className="text-xs" open>
          <summary className="w-fit rounded-sm text-ink-3 hover:text-ink">
            {leg.conditions.length === 1 ? 'The condition' : `The ${leg.conditions.length} conditions`} it met{leg.eventCount > 1 && ', on the first event'}
          </summary>
          <div className="mt-1 border-l border-line pl-2">
            <ConditionList conditions={leg.conditions} />
          </div>
        </details>
      )}
    </div>
  );
}
