import { WarningIcon } from '@/components/ui/icons';
import { textPlace } from './text-place';
import type { CheckedQuery } from './use-query-check';

interface QueryNotesProps {
  readonly check: CheckedQuery;
  readonly onGoTo: (offset: number) => void;
}

/** What the engine says of the text as it stands, each with its place, which is a way there. */
export function QueryNotes({ check: { text, error, warnings }, onGoTo }: QueryNotesProps) {
  const notes = [...(error ? [{ message: error.message, span: error.span, isError: true }] : []), ...warnings.map(({ message, span }) => ({ message, span, isError: false }))];
  if (notes.length === 0) return null;
  return (
    <ul aria-label="Errors and warnings" className="max-h-32 overflow-y-auto border-t border-line px-3 py-1.5 text-xs">
      {notes.map(({ message, span, isError }, i) => (
        <li key={i} className="flex items-start gap-1.5 py-0.5">
          <WarningIcon className={isError ? 'mt-0.5 h-3 w-3 shrink-0 text-danger' : 'mt-0.5 h-3 w-3 shrink-0 text-caution'} />
          <span className="min-w-0">
            {span && (
              <button type="button" className="tabular rounded text-ink-2 underline underline-offset-2" onClick={() => onGoTo(span.start)}>
                {textPlace(text, span.start)}
              </button>
            )}{' '}
            <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
            {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
