import type { AnalyticEdit, HuntEdit, ReadingEdit } from '@/lib/engine/edit-shapes';
import type { ReadingAddress } from '@/lib/engine/engine';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { withoutNumber } from '@/components/workbench/analytic-list';
import { VerdictMark } from '@/components/workbench/verdict-mark';
import { EDITED_READING_NAMES } from './edited-reading-names';
import type { SelectedEdit } from './selected-edit';

interface EditResultsProps {
  readonly edit: HuntEdit;
  readonly selected: SelectedEdit | null;
  readonly onSelect: (reading: ReadingAddress) => void;
}

/** What each reading of the text finds, and what that changes against the original. */
export function EditResults({ edit, selected, onSelect }: EditResultsProps) {
  return (
    <table className="w-full text-xs" aria-label="What the text finds">
      <thead className="bg-sunken text-left text-ink-2">
        <tr>
          <th scope="col" className="px-3 py-1 font-medium">
            Reading
          </th>
          <th scope="col" className="px-2 py-1 text-right font-medium">
            Rows
          </th>
          <th scope="col" className="px-2 py-1 text-right font-medium">
            Gained
          </th>
          <th scope="col" className="px-3 py-1 text-right font-medium">
            Lost
          </th>
        </tr>
      </thead>
      {edit.analytics.map((analytic) => (
        <Analytic key={analytic.id} analytic={analytic} selected={selected} onSelect={onSelect} />
      ))}
    </table>
  );
}

function Analytic({ analytic, selected, onSelect }: { readonly analytic: AnalyticEdit } & Omit<EditResultsProps, 'edit'>) {
  return (
    <tbody>
      <tr className="border-t border-line">
        <th scope="rowgroup" colSpan={4} className="px-3 pb-0.5 pt-1.5 text-left font-medium">
          <span className="mr-2 font-mono text-ink-2">{analytic.id}</span>
          {withoutNumber(analytic)}
          {analytic.start === null && <span className="font-normal text-ink-3"> no longer in the text</span>}
        </th>
      </tr>
      {analytic.readings.map((reading) => {
        const isSelected = selected?.analytic.id === analytic.id && selected.reading.kind === reading.kind;
        return (
          <tr key={reading.kind} className={isSelected ? 'bg-selected' : 'hover:bg-sunken'}>
            <td className="px-3 py-1">
              <button
                type="button"
                aria-pressed={isSelected}
                onClick={() => onSelect({ analytic: analytic.id, reading: reading.kind })}
                className="inline-flex items-center gap-1.5 rounded text-left text-accent underline underline-offset-2"
              >
                <span className="sr-only">Analytic {analytic.id}, </span>
                {EDITED_READING_NAMES[reading.kind]}
              </button>
              {reading.standing !== 'same' && (
                <span className="ml-2">
                  <Badge>{reading.standing}</Badge>
                </span>
              )}
            </td>
            <td className="tabular px-2 py-1 text-right">
              <Found reading={reading} />
            </td>
            <Changed sign="+" count={reading.change?.gained.count ?? null} tone="text-accent" className="px-2" />
            <Changed sign="−" count={reading.change?.lost.count ?? null} tone="text-danger" className="px-3" />
          </tr>
        );
      })}
    </tbody>
  );
}

function Found({ reading: { found } }: { readonly reading: ReadingEdit }) {
  if (found === null) return <>–</>;
  return (
    <span className="inline-flex items-center gap-1" title={found.reason ?? undefined}>
      <VerdictMark verdict={found.verdict} />
      {found.verdict === 'error' ? 'does not run' : found.verdict === 'cannot-know' ? 'cannot know' : found.rowCount.toLocaleString('en')}
    </span>
  );
}

function Changed({ sign, count, tone, className }: { readonly sign: string; readonly count: number | null; readonly tone: string; readonly className: string }) {
  return <td className={classNames('tabular py-1 text-right', className, count ? `font-medium ${tone}` : 'text-ink-3')}>{count === null ? '–' : count === 0 ? '0' : `${sign}${count.toLocaleString('en')}`}</td>;
}
