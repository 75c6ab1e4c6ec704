import type { PseudonymPreview } from '@/lib/engine/pseudonym-shapes';

/** What the events would still tell of where they come from. */
export function WhatIsLeft({ left }: Pick<PseudonymPreview, 'left'>) {
  return (
    <section aria-label="What is left" className="flex flex-col gap-1">
      <h3 className="label">What is left in the events</h3>
      <p className="text-ink-2">Names that no field and no phrase gives away stay in free text. Times, ports, process and logon IDs stay as well.</p>
      <ul className="flex flex-col gap-1">
        {left.map(({ what, count, examples }) => (
          <li key={what}>
            {what}: {count.toLocaleString('en')} <span className="break-all font-mono text-xs text-ink-2">{examples.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
