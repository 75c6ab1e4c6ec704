import type { HuntEdit } from '@/lib/engine/edit-shapes';
import { classNames } from '@/components/ui/class-names';
import { countText } from '@/components/ui/format';
import { WarningIcon } from '@/components/ui/icons';

interface EditChecksProps {
  readonly checks: HuntEdit['checks'];
  readonly onGoTo: (offset: number) => void;
}

/** What is to be said of the document, each with its line, which is a way there. */
export function EditChecks({ checks, onGoTo }: EditChecksProps) {
  const errors = checks.filter(({ severity }) => severity === 'error').length;
  const warnings = checks.length - errors;
  return (
    <div className="border-t border-line text-xs">
      <p role="status" className="px-3 pt-1.5 text-ink-2">
        {checks.length === 0 ? 'Nothing to say of this text.' : [...(errors > 0 ? [countText(errors, 'error')] : []), ...(warnings > 0 ? [countText(warnings, 'warning')] : [])].join(', ')}
      </p>
      <ul aria-label="Errors and warnings" tabIndex={checks.length > 6 ? 0 : undefined} className="max-h-36 overflow-y-auto px-3 pb-1.5">
        {checks.map(({ severity, message, span, line }, i) => (
          <li key={i} className="flex items-start gap-1.5 py-0.5">
            <WarningIcon className={classNames('mt-0.5 h-3 w-3 shrink-0', severity === 'error' ? 'text-danger' : 'text-caution')} />
            <span className="min-w-0 break-words">
              <button type="button" className="tabular rounded text-ink-2 underline underline-offset-2" onClick={() => onGoTo(span.start)}>
                line {line}
              </button>{' '}
              <span className="sr-only">{severity === 'error' ? 'Error: ' : 'Warning: '}</span>
              {message}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
