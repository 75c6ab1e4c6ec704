import { classNames } from '@/components/ui/class-names';
import { CheckIcon, CloseIcon } from '@/components/ui/icons';
import type { ConditionCheck } from '@/lib/engine/explain-shapes';
import { Unknown } from './part';

/** Conditions, as written, each with its verdict on one event and the values that decided. */
export function ConditionList({ conditions }: { readonly conditions: readonly ConditionCheck[] }) {
  return (
    <ul className="flex flex-col gap-1.5 text-xs">
      {conditions.map((condition, i) => (
        <Condition key={i} {...condition} />
      ))}
    </ul>
  );
}

function Condition({ text, holds, values }: ConditionCheck) {
  const isMet = holds === true;
  const Mark = isMet ? CheckIcon : CloseIcon;
  return (
    <li className="grid grid-cols-[0.875rem_minmax(0,1fr)] gap-x-1.5">
      <Mark className={classNames('mt-0.5 size-3', isMet ? 'text-ink-3' : 'text-caution')} />
      <div className="min-w-0">
        <span className="sr-only">{isMet ? 'meets ' : 'fails '}</span>
        <code className={classNames('whitespace-pre-wrap font-mono', isMet ? 'text-ink-2' : 'text-caution')}>{text.replace(/\s+/g, ' ').trim()}</code>
        {values.map(({ field, value }) => (
          <p key={field} className="line-clamp-4 font-mono">
            <span className="text-ink-3">{field} </span>
            {value === null ? (
              <span className="font-sans">
                <Unknown>missing in this event</Unknown>
              </span>
            ) : value === '' ? (
              <span className="font-sans">
                <Unknown>empty text</Unknown>
              </span>
            ) : (
              <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{value}</mark>
            )}
          </p>
        ))}
      </div>
    </li>
  );
}
