import type { FunnelStepView, FunnelView } from '@/lib/engine/engine';
import { classNames } from '@/components/ui/class-names';
import { countText } from '@/components/ui/format';

/** What was left after each condition, leg by leg, then after each join. */
export function Funnel({ funnel }: { readonly funnel: FunnelView }) {
  const most = Math.max(1, ...funnel.legs.map(({ start }) => start));
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-6 gap-y-3">
        {funnel.legs.map(({ leg, start, steps }) => (
          <section key={leg} aria-label={`Leg ${leg}`} className="min-w-0">
            {funnel.legs.length > 1 && <h4 className="label pb-0.5 font-mono">{leg}</h4>}
            <ol>
              <Step left={start} text="events in the dataset" most={most} plain />
              {steps.map((step, i) => (
                <Step key={i} {...step} most={most} endsHere={step.left === 0 && (steps[i - 1]?.left ?? start) > 0} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {(funnel.joins.length > 0 || funnel.after.length > 0) && (
        <ol className="flex flex-col gap-1 border-t border-line pt-2">
          {funnel.joins.map((join, i) => (
            <li key={i} className={classNames(LINE, 'items-start')}>
              <span className={classNames('tabular text-right font-mono font-medium', join.pairs === 0 && 'text-caution')}>{join.pairs.toLocaleString('en')}</span>
              <span className="col-start-3 min-w-0">
                <span className="text-ink-2">
                  {join.pairs === 1 ? 'row' : 'rows'} joined from {join.leftRows.toLocaleString('en')} of <code className="font-mono">{join.left}</code> and{' '}
                  {join.rightRows.toLocaleString('en')} of <code className="font-mono">{join.right}</code>
                </span>
                <code className="block font-mono">
                  {oneLine(join.text)}
                </code>
              </span>
            </li>
          ))}
          {funnel.after.map((step, i) => (
            <Step key={i} {...step} most={Math.max(1, ...funnel.joins.map(({ pairs }) => pairs))} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Number, bar, words. */
const LINE = 'grid grid-cols-[3.25rem_2rem_minmax(0,1fr)] gap-x-2.5 text-xs';

interface StepProps extends FunnelStepView {
  readonly most: number;
  /** Words about the data, not a condition of the code. */
  readonly plain?: boolean;
  /** Nothing is left from here on. */
  readonly endsHere?: boolean;
}

function Step({ left, text, most, plain = false, endsHere = false }: StepProps) {
  return (
    <li className={classNames(LINE, 'items-baseline leading-[19px]')}>
      <span className={classNames('tabular text-right font-mono font-medium', endsHere && 'text-caution')}>{left.toLocaleString('en')}</span>
      <Bar share={Math.log1p(left) / Math.log1p(most)} />
      {plain ? (
        <span className="text-ink-2">{text}</span>
      ) : (
        <code className={classNames('line-clamp-2 font-mono', endsHere && 'text-caution')} title={endsHere ? `${text}: ${countText(0, 'event')} from here on` : text}>
          {oneLine(text)}
        </code>
      )}
    </li>
  );
}

/** How much is left, on a logarithmic scale: the steps of a funnel span orders of magnitude. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="h-1 w-full -translate-y-px" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width="100" height="1" fill="var(--line)" />
      <rect width={share * 100} height="1" fill="var(--ink-3)" />
    </svg>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
