'use client';

import { useCallback, useMemo, type Ref } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { CompletionOption, QueryLanguage } from '@/lib/engine/query-shapes';
import { CodeEditor, type CodeEditorHandle } from '@/components/ui/code-editor/code-editor';
import type { CompleteText, EditorDiagnostic, EditorNotes, EditorText } from '@/components/ui/code-editor/editor-shapes';
import { countText } from '@/components/ui/format';
import type { CheckedQuery } from './use-query-check';

interface QueryEditorProps {
  readonly engine: Engine;
  readonly language: QueryLanguage;
  readonly start: EditorText;
  readonly check: CheckedQuery | null;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly ref: Ref<CodeEditorHandle>;
}

export const LANGUAGE_NAMES: Record<QueryLanguage, string> = { sql: 'SQL', pandas: 'pandas' };

export function QueryEditor({ engine, language, start, check, onChange, onRun, ref }: QueryEditorProps) {
  const complete: CompleteText = useCallback(
    async (text, offset, asked) => {
      // An engine at work, or one that has ended, completes nothing.
      const found = await engine.completions({ language, text, offset, asked }).catch(() => null);
      return found && { ...found, options: found.options.map(({ label, insert, ...option }) => ({ label, insert, detail: detailOf(option) })) };
    },
    [engine, language],
  );
  const notes: EditorNotes | null = useMemo(() => check && { text: check.text, tokens: check.tokens, diagnostics: diagnosticsOf(check) }, [check]);
  return (
    <CodeEditor
      ref={ref}
      label={`Query in ${LANGUAGE_NAMES[language]}`}
      start={start}
      onChange={onChange}
      onRun={onRun}
      notes={notes}
      complete={complete}
      heightClassName="min-h-40 max-h-[40vh]"
    />
  );
}

function detailOf({ kind, events }: Pick<CompletionOption, 'kind' | 'events'>): string {
  if (events === null) return kind === 'function' ? 'function' : '';
  return kind === 'field' ? `field of ${countText(events, 'event')}` : countText(events, 'event');
}

/** What is to be underlined: the error, and warnings that have a place. */
export function diagnosticsOf({ error, warnings }: Pick<CheckedQuery, 'error' | 'warnings'>): readonly EditorDiagnostic[] {
  const placed = warnings.flatMap(({ message, span }) => (span ? [{ ...span, tone: 'caution' as const, message }] : []));
  return error ? [{ ...error.span, tone: 'danger', message: error.message }, ...placed] : placed;
}
