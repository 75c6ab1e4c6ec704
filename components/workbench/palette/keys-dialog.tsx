import { KEYS } from './keys';

/** Which keys do what. */
export function KeysList() {
  return (
    <div tabIndex={0} role="group" aria-label="Keys" className="focus-inset flex flex-col gap-4 overflow-auto px-5 pb-6 pt-3">
      {KEYS.map(({ where, keys }) => (
        <section key={where}>
          <h3 className="label mb-1">{where}</h3>
          <dl className="grid grid-cols-[8rem_minmax(0,1fr)] sm:grid-cols-[11rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {keys.map(([press, does]) => (
              <div key={press} className="contents">
                <dt className="font-mono text-xs leading-5">{press}</dt>
                <dd className="text-ink-2">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
