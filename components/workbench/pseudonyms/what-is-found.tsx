import type { PseudonymPreview } from '@/lib/engine/pseudonym-shapes';
import { countText } from '@/components/ui/format';
import { READING_NAMES } from '@/components/workbench/reading-names';

/** Rows of each reading on the events as they are, and as they would be shared. */
export function WhatIsFound({ counts }: Pick<PseudonymPreview, 'counts'>) {
  const differing = counts.filter(({ before, after }) => before !== after);
  return (
    <section aria-label="What the hunt finds" className="flex flex-col gap-1">
      <h3 className="label">What the hunt finds, before and after</h3>
      <p role="status" className={differing.length === 0 ? undefined : 'text-danger'}>
        {differing.length === 0 ? `The same number of rows in all ${countText(counts.length, 'reading')}.` : `${countText(differing.length, 'reading')} would find another number of rows: keep a name below that its query looks for.`}
      </p>
      <div className="max-h-40 overflow-auto" tabIndex={0} role="group" aria-label="Rows of each reading">
        <table className="text-xs">
          <thead>
            <tr className="text-left">
              {['Analytic', 'Reading', 'Before', 'After'].map((name) => (
                <th key={name} className="label pr-4 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map(({ analytic, reading, before, after }) => (
              <tr key={`${analytic} ${reading}`} className={before === after ? undefined : 'text-danger'}>
                <td className="pr-4">{analytic}</td>
                <td className="pr-4">{READING_NAMES[reading]}</td>
                <td className="pr-4 tabular-nums">{before ?? 'did not run'}</td>
                <td className="tabular-nums">{after ?? 'did not run'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
