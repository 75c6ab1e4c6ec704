'use client';

import type { QueryLanguage } from '@/lib/engine/query-shapes';
import { Button, IconButton } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { CloseIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';
import { minuteText } from '@/components/workbench/time-range-text';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { forgetQueries, forgetQuery, useHistory } from './query-store';

interface QueryPastProps {
  readonly language: QueryLanguage;
  readonly onChoose: (text: string) => void;
}

/** The queries that were run on this device in one language. */
export function QueryPast({ language, onChoose }: QueryPastProps) {
  const zone = useTimeZone();
  const past = useHistory().filter((query) => query.language === language);
  return (
    <Popover trigger="History" surfaceClassName="w-[34rem]" look="plain">
      {(close) => (
        <div className="p-2">
          <div className="flex items-center justify-between gap-4 px-2 pb-1">
            <p className="text-xs text-ink-2">{past.length === 0 ? 'What you run is listed here.' : 'Run on this device, and kept on it'}</p>
            {past.length > 0 && (
              <Button look="quiet" onClick={() => forgetQueries(language)}>
                Remove all
              </Button>
            )}
          </div>
          <ul>
            {past.map(({ id, text, at, rows }) => (
              <li key={id} className="flex items-start gap-1 border-t border-line">
                <button
                  type="button"
                  className="focus-inset min-w-0 grow rounded px-2 py-1.5 text-left hover:bg-sunken"
                  onClick={() => {
                    onChoose(text);
                    close();
                  }}
                >
                  <code className="line-clamp-3 whitespace-pre-wrap break-words font-mono text-xs">{text}</code>
                  <span className="text-2xs text-ink-2">
                    {rows === null ? 'did not run' : countText(rows, 'row')} · {minuteText(at, zone)}
                  </span>
                </button>
                <IconButton label={`Remove the query of ${minuteText(at, zone)}`} className="mt-1" onClick={() => forgetQuery(id)}>
                  <CloseIcon />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
}
