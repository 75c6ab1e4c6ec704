'use client';

import { useMemo, useState } from 'react';
import type { Span } from '@/lib/base/span';
import type { ReadingRun } from '@/lib/engine/engine';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { WarningIcon } from '@/components/ui/icons';
import { Markdown } from '@/components/ui/markdown';
import { useEditInHunt } from './edit/edit-in-hunt';
import { useEditAsQuery } from './query/edit-as-query';

/** The reading's source, with what the engine has to say about parts of it. */
export function ReadingLogic({ run, label }: { readonly run: ReadingRun; readonly label: string }) {
  const [focused, setFocused] = useState<Span | null>(null);
  const edit = useEditAsQuery();
  const editInHunt = useEditInHunt();
  const marks = useMemo(() => {
    const warned = run.warnings.flatMap(({ span }) => (span ? [{ ...span, tone: 'caution' as const }] : []));
    return run.error ? [...warned, { ...run.error.span, tone: 'danger' as const }] : warned;
  }, [run]);
  return (
    <div className="min-w-0">
      {run.note !== '' && <Markdown text={run.note} className="max-w-[68ch] px-3 py-2 text-sm text-ink-2" />}
      <div className="bg-sunken">
        {/* Above the code: over it they would cover its first line. */}
        <div className="flex items-center justify-end gap-1 px-1.5 pt-1">
          <Button look="quiet" onClick={() => editInHunt(run.kind)}>
            Edit
          </Button>
          <Button look="quiet" onClick={() => edit({ language: run.kind === 'pandas' ? 'pandas' : 'sql', text: run.code })}>
            Edit as query
          </Button>
          <CopyButton text={run.code} label="Copy the logic" />
        </div>
        <CodeBlock code={run.code} tokens={run.tokens} marks={marks} focused={focused} label={`${label}, logic`} />
      </div>
      {run.warnings.length > 0 && (
        <ul className="border-t border-line px-3 py-1.5 text-xs">
          {run.warnings.map(({ message, span }, i) => (
            <li key={i} className="flex items-start gap-1.5 py-0.5" onPointerEnter={() => setFocused(span)} onPointerLeave={() => setFocused(null)}>
              <WarningIcon className="mt-0.5 h-3 w-3 shrink-0 text-caution" />
              {span ? (
                <button type="button" className="rounded text-left underline decoration-line underline-offset-2" onFocus={() => setFocused(span)} onBlur={() => setFocused(null)}>
                  <span className="tabular text-ink-3">{position(run.code, span)} </span>
                  {message}
                </button>
              ) : (
                <span>{message}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "line 3", as an editor counts. */
function position(code: string, span: Span): string {
  return `line ${code.slice(0, span.start).split('\n').length}`;
}
