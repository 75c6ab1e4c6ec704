import type { ReactNode } from 'react';

/** A titled part of a pane. */
export function Part({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="mb-1.5 flex min-h-5 items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-ink-2">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Names and what stands for them; a fact without a value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A value of the dataset, as it is written there. */
export function Value({ children }: { readonly children: ReactNode }) {
  return <span className="tabular font-mono">{children}</span>;
}

/** For what a dataset does not hold: that is not the same as "no". */
export function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className="text-ink-3">{children}</span>;
}
