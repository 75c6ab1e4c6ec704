import { Fragment, type ReactNode } from 'react';
import type { FunnelPlace, KeysThatMetNothing, Misses, NearMisses } from '@/lib/engine/explain-shapes';
import type { FunnelStepView, FunnelView } from '@/lib/engine/funnel-shapes';
import { classNames } from '@/components/ui/class-names';
import { countText } from '@/components/ui/format';

interface FunnelProps {
  readonly funnel: FunnelView;
  /** What nearly met; null while it is not known. */
  readonly misses?: Misses | null;
  /** Lists the events behind a number; without it numbers are only read. */
  readonly onOpen?: (place: FunnelPlace) => void;
}

/** What was left after each condition, leg by leg, then after each join, and what each took away alone. Every number opens its events. */
export function Funnel({ funnel, misses = null, onOpen }: FunnelProps) {
  const opens = (place: FunnelPlace) => onOpen && (() => onOpen(place));
  const most = Math.max(1, ...funnel.legs.map(({ start }) => start));
  const mostJoined = Math.max(1, ...funnel.joins.map(({ pairs }) => pairs));
  return (
    <div className="@container flex flex-col gap-3 p-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-6 gap-y-3">
        {funnel.legs.map(({ leg, start, steps }, at) => (
          <section key={leg} aria-label={`Leg ${leg}`} className="min-w-0">
            {funnel.legs.length > 1 && <h4 className="label pb-0.5 font-mono">{leg}</h4>}
            <ol>
              <Step left={start} text="events in the dataset" most={most} onOpen={opens({ kind: 'left', leg: at, conditions: 0 })} isPlain>
                {steps.length > 0 && <span title="Events that meet every other condition of the leg">only this</span>}
              </Step>
              {steps.map((step, i) => (
                <Step
                  key={i}
                  {...step}
                  most={most}
                  endsHere={step.left === 0 && (steps[i - 1]?.left ?? start) > 0}
                  onOpen={opens({ kind: 'left', leg: at, conditions: i + 1 })}
                >
                  <OnlyThis misses={misses?.legs[at]?.conditions[i]} onOpen={opens({ kind: 'only-fails', leg: at, condition: i })} />
                </Step>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {(funnel.joins.length > 0 || funnel.after.length > 0) && (
        <ol className="flex flex-col gap-1 border-t border-line pt-2">
          {funnel.joins.map((join, at) => (
            <li key={at} className={classNames(LINE, 'items-start')}>
              <Count count={join.pairs} words={countText(join.pairs, 'joined row')} isEnd={join.pairs === 0} onOpen={opens({ kind: 'joined', join: at })} />
              <div className="col-span-2 col-start-2 min-w-0 @4xl:col-start-3">
                <p className="text-ink-2">
                  {join.pairs === 1 ? 'row' : 'rows'} joined from {join.leftRows.toLocaleString('en')} of <code className="font-mono">{join.left}</code> and{' '}
                  {join.rightRows.toLocaleString('en')} of <code className="font-mono">{join.right}</code>
                </p>
                <code className="block font-mono">{breakable(oneLine(join.text))}</code>
                {misses?.joins[at] !== null && (
                  <p className="flex min-h-4 flex-wrap gap-x-3 text-ink-3">
                    <MetNothing of={join.left} keys={misses?.joins[at]?.left} onOpen={opens({ kind: 'unmatched', join: at, side: 'left', key: null })} />
                    <MetNothing of={join.right} keys={misses?.joins[at]?.right} onOpen={opens({ kind: 'unmatched', join: at, side: 'right', key: null })} />
                  </p>
                )}
              </div>
            </li>
          ))}
          {funnel.after.map((step, at) => (
            <Step key={at} {...step} most={mostJoined} onOpen={opens({ kind: 'after', step: at })} unit="row" />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Number, bar where there is room, words, and what failed only this. */
const LINE = 'grid grid-cols-[2.75rem_minmax(0,1fr)_3rem] gap-x-2 text-xs @4xl:grid-cols-[3.25rem_2rem_minmax(0,1fr)_3.5rem]';

interface StepProps extends FunnelStepView {
  readonly most: number;
  readonly onOpen: (() => void) | undefined;
  readonly unit?: string;
  /** Words about the data, not a condition of the code. */
  readonly isPlain?: boolean;
  /** Nothing is left from here on. */
  readonly endsHere?: boolean;
  readonly children?: ReactNode;
}

function Step({ left, text, most, onOpen, unit = 'event', isPlain = false, endsHere = false, children }: StepProps) {
  return (
    <li className={classNames(LINE, 'items-baseline leading-5')}>
      <Count count={left} words={isPlain ? countText(left, unit) : `${countText(left, unit)} left after ${oneLine(text)}`} isEnd={endsHere} onOpen={onOpen} />
      <Bar share={Math.log1p(left) / Math.log1p(most)} />
      {isPlain ? (
        <span className="text-ink-2">{text}</span>
      ) : (
        <code className={classNames('line-clamp-2 font-mono', endsHere && 'text-caution')} title={endsHere ? `${text}: ${countText(0, 'event')} from here on` : text}>
          {breakable(oneLine(text))}
        </code>
      )}
      <span className="text-right text-2xs text-ink-3">{children}</span>
    </li>
  );
}

interface CountProps {
  readonly count: number;
  /** What it counts: its name. */
  readonly words: string;
  readonly isEnd?: boolean;
  readonly onOpen: (() => void) | undefined;
}

/** A number that opens what it counts. */
function Count({ count, words, isEnd = false, onOpen }: CountProps) {
  const look = classNames('tabular text-right font-mono font-medium', isEnd && 'text-caution');
  if (count === 0 || !onOpen) return <span className={look}>{count.toLocaleString('en')}</span>;
  return (
    <button type="button" onClick={onOpen} aria-label={words} title="List them" className={classNames(look, OPENS)}>
      {count.toLocaleString('en')}
    </button>
  );
}

const OPENS = 'rounded-sm underline decoration-dotted decoration-1 underline-offset-[3px] hover:text-accent hover:decoration-solid';

function OnlyThis({ misses, onOpen }: { readonly misses: NearMisses | undefined; readonly onOpen: (() => void) | undefined }) {
  if (!misses || misses.events === 0) return null;
  const lacking = misses.missing === 0 ? '' : misses.missing === misses.events ? ', for want of the field' : `, ${misses.missing.toLocaleString('en')} of them for want of the field`;
  const words = `${countText(misses.events, 'event')} ${misses.events === 1 ? 'fails' : 'fail'} only this condition${lacking}`;
  return (
    <button type="button" onClick={onOpen} aria-label={words} title={words} className={classNames('tabular font-mono', OPENS)}>
      {misses.events.toLocaleString('en')}
      {misses.missing > 0 && <span aria-hidden="true"> ∅</span>}
    </button>
  );
}

function MetNothing({ of, keys, onOpen }: { readonly of: string; readonly keys: KeysThatMetNothing | undefined; readonly onOpen: (() => void) | undefined }) {
  if (!keys) return null;
  if (keys.keys === 0) {
    return (
      <span>
        every key of <code className="font-mono">{of}</code> met
      </span>
    );
  }
  return (
    <button type="button" onClick={onOpen} title="List them" className={OPENS}>
      {countText(keys.keys, 'key')} of <code className="font-mono">{of}</code> met nothing ({keys.rows.toLocaleString('en')})
    </button>
  );
}

/** How much is left, on a logarithmic scale: the steps of a funnel span orders of magnitude. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="h-1 w-full -translate-y-px @max-4xl:hidden" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width="100" height="1" fill="var(--line)" />
      <rect width={share * 100} height="1" fill="var(--ink-3)" />
    </svg>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Code where lines may also end behind a bracket, a dot or a comma: in a narrow column a name stays whole. */
function breakable(code: string): ReactNode {
  return code.split(/(?<=[(.,])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
