import type { PlanStep } from '@/lib/engine/query-shapes';

const STEPS: Record<PlanStep['step'], string> = {
  show: 'show', scan: 'scan', filter: 'filter', join: 'join', distinct: 'distinct', group: 'group by', sort: 'sort by', limit: 'limit', union: 'union all',
};

/** The plan of a query, its last step first, each over what it works on. */
export function PlanView({ plan }: { readonly plan: PlanStep }) {
  return (
    <ul aria-label="Plan" className="p-3 font-mono text-xs leading-5">
      <Step plan={plan} />
    </ul>
  );
}

function Step({ plan: { step, lines, inputs } }: { readonly plan: PlanStep }) {
  return (
    <li>
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
        <span className="text-code-keyword">{STEPS[step]}</span>
        <span className="min-w-0">
          {lines.map((line, i) => (
            <span key={i} className="block break-words">
              {line}
            </span>
          ))}
        </span>
      </div>
      {inputs.length > 0 && (
        <ul className="ml-1 border-l border-line pl-3">
          {inputs.map((input, i) => (
            <Step key={i} plan={input} />
          ))}
        </ul>
      )}
    </li>
  );
}
