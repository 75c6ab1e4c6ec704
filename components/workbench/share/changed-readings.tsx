import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { rowsChangeWords } from './claim-words';
import type { ReadingChange } from './reading-changes';

interface ChangedReadingsProps {
  readonly changes: readonly ReadingChange[];
  readonly view: ViewState;
  readonly onOpen: (to: Partial<ViewState>) => void;
}

/** The readings whose rows are others than a link says, each with how many, and where to look. */
export function ChangedReadings({ changes, view, onOpen }: ChangedReadingsProps) {
  return (
    <ul aria-label="Readings whose rows changed" tabIndex={0} className="mt-1 flex max-h-64 flex-col gap-1 overflow-auto">
      {changes.flatMap(({ analytic, reading, rows }) => {
        if (rows === null) return [];
        const to = { ...closed, section: 'analytics', analytic, reading } as const;
        return [
          <li key={`${analytic} ${reading}`} className="flex flex-wrap items-baseline gap-x-2 text-xs">
            <a
              href={`#${encodeViewState({ ...view, ...to })}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(to);
              }}
              className="text-accent underline underline-offset-2"
            >
              {analytic} · {READING_NAMES[reading]}
            </a>
            <span className="tabular text-ink-2">{rowsChangeWords(rows)}</span>
          </li>,
        ];
      })}
    </ul>
  );
}
