import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { assertNever } from '@/lib/base/assert-never';
import type { FunnelPlace, KeysThatMetNothing } from '@/lib/engine/explain-shapes';
import type { FunnelView } from '@/lib/url/funnel-view';
import { useDrill } from './drill-context';
import { FunnelItems, type FunnelFacts } from './funnel-items';
import { Value } from './part';
import { useAnswer } from './use-answer';

/** The events behind one number of a funnel. */
export function FunnelPane({ analytic, reading, place }: FunnelView) {
  const { go } = useDrill();
  const [facts, setFacts] = useState<FunnelFacts | null>(null);
  const choose = (key: number | null) => place.kind === 'unmatched' && go({ funnel: { analytic, reading, place: { ...place, key } } });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-1.5 border-b border-line px-4 py-2.5 text-sm">
        <p>{facts === null ? '…' : <Words place={place} facts={facts} />}</p>
        {facts?.text && <code className="line-clamp-3 font-mono text-xs text-ink-2">{facts.text.replace(/\s+/g, ' ').trim()}</code>}
        {place.kind === 'unmatched' && <Keys analytic={analytic} reading={reading} place={place} onChoose={choose} />}
      </div>
      <FunnelItems analytic={analytic} reading={reading} place={place} onFacts={setFacts} />
    </div>
  );
}

/** The list's heading in the panel. */
export function funnelTitle({ kind }: FunnelPlace): string {
  switch (kind) {
    case 'left':
      return 'Events left';
    case 'only-fails':
      return 'Near misses';
    case 'unmatched':
      return 'Met nothing';
    case 'joined':
      return 'Joined rows';
    case 'after':
      return 'Rows left';
    default:
      return assertNever(kind);
  }
}

function Words({ place, facts: { total, legs, text } }: { readonly place: FunnelPlace; readonly facts: FunnelFacts }) {
  const leg = <span className="font-mono">{legs.join(', ')}</span>;
  switch (place.kind) {
    case 'left':
      return text === null ? <>{countText(total, 'event')} in the dataset</> : <>{countText(total, 'event')} of leg {leg} left after</>;
    case 'only-fails':
      return (
        <>
          {countText(total, 'event')} {total === 1 ? 'meets' : 'meet'} every condition of leg {leg} but this one
        </>
      );
    case 'unmatched':
      return total === 0 ? <>Every key of this side met another.</> : <>{countText(total, 'event')} of {leg} with a key that the other side does not have</>;
    case 'joined':
      return <>{countText(total, 'row')} joined on</>;
    case 'after':
      return <>{countText(total, 'row')} left after</>;
    default:
      return assertNever(place);
  }
}

interface KeysProps extends FunnelView {
  readonly place: Extract<FunnelPlace, { readonly kind: 'unmatched' }>;
  readonly onChoose: (key: number | null) => void;
}

/** The keys that met nothing; one of them narrows the list. */
function Keys({ analytic, reading, place, onChoose }: KeysProps) {
  const { engine } = useDrill();
  const answer = useAnswer(useMemo(() => () => engine.misses({ analytic, reading }), [engine, analytic, reading]));
  const side: KeysThatMetNothing | undefined = answer.kind === 'ready' ? answer.value.joins[place.join]?.[place.side] : undefined;
  if (!side || side.keys < 2) return null;
  return (
    <div role="group" aria-label="Keys that met nothing" className="flex max-h-28 flex-wrap gap-1 overflow-y-auto">
      <Key isOn={place.key === null} onChoose={() => onChoose(null)}>
        all {side.keys.toLocaleString('en')} keys
      </Key>
      {side.top.map(({ key, values, rows }) => (
        <Key key={key} isOn={place.key === key} onChoose={() => onChoose(key)}>
          <span className="max-w-40 truncate">
            <Value>{key === -1 ? 'no key' : values.map((value) => value ?? 'missing').join(' · ')}</Value>
          </span>
          <span className="tabular text-ink-3">{rows.toLocaleString('en')}</span>
        </Key>
      ))}
      {side.keys > side.top.length && <span className="px-1 text-xs leading-6 text-ink-3">and {(side.keys - side.top.length).toLocaleString('en')} more</span>}
    </div>
  );
}

function Key({ isOn, onChoose, children }: { readonly isOn: boolean; readonly onChoose: () => void; readonly children: React.ReactNode }) {
  return (
    <Button aria-pressed={isOn} onClick={onChoose} className={isOn ? 'h-6 border-accent bg-accent-soft' : 'h-6'}>
      {children}
    </Button>
  );
}
