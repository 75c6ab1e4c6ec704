import { countText } from '@/components/ui/format';
import { assertNever } from '@/lib/base/assert-never';
import type { EventEnd, FieldValue, LegStanding } from '@/lib/engine/explain-shapes';
import { ConditionList } from './condition-list';
import { Value } from './part';

/** What each leg that the event could play a part in says to it. */
export function LegStandings({ legs }: { readonly legs: readonly LegStanding[] }) {
  return legs.map((leg) => (
    <div key={leg.leg} role="group" aria-label={`Leg ${leg.leg}`} className="flex flex-col gap-1">
      <p className="text-xs text-ink-3">
        as leg <span className="font-mono text-ink">{leg.leg}</span>
      </p>
      {leg.end && <End end={leg.end} />}
      {/* What fails is why; what is met is read after it. */}
      <ConditionList conditions={[...leg.conditions].sort((a, b) => Number(a.holds === true) - Number(b.holds === true))} />
    </div>
  ));
}

function End({ end }: { readonly end: EventEnd }) {
  return <div className="rounded bg-accent-soft px-2 py-1 text-xs">{endWords(end)}</div>;
}

function endWords(end: EventEnd) {
  switch (end.kind) {
    case 'in-result':
      return <p>meets every condition and is in {countText(end.rows, 'row')}</p>;
    case 'no-partner':
      return (
        <>
          <p>
            meets every condition, but lacks a partner in <Value>{end.other}</Value>: nothing there has its
          </p>
          <Keys keys={end.keys} />
        </>
      );
    case 'taken-away':
      return (
        <>
          <p>
            meets every condition, but is left out because it has a partner in <Value>{end.other}</Value>:
          </p>
          <Keys keys={end.keys} />
        </>
      );
    case 'takes-away':
      return (
        <p>
          meets every condition, and takes events of <Value>{end.other}</Value> out of the result
        </p>
      );
    case 'pairs-dropped':
      return (
        <>
          <p>
            has {countText(end.pairs, 'partner')} in <Value>{end.other}</Value> by its key, but no pair meets the rest of the join. The first one:
          </p>
          <ConditionList conditions={end.conditions} />
        </>
      );
    case 'dropped':
      return (
        <>
          <p>
            was joined, then dropped by <Value>{end.text.replace(/\s+/g, ' ').trim()}</Value>
          </p>
          {end.condition && <ConditionList conditions={[end.condition]} />}
        </>
      );
    case 'unknown':
      return <p>meets every condition; whether it is in the result is not known: there are too many rows to look through</p>;
    default:
      return assertNever(end);
  }
}

function Keys({ keys }: { readonly keys: readonly FieldValue[] }) {
  return (
    <ul className="font-mono">
      {keys.map(({ field, value }) => (
        <li key={field}>
          <span className="text-ink-3">{field} </span>
          {value ?? <span className="font-sans text-ink-3">missing in this event</span>}
        </li>
      ))}
    </ul>
  );
}
