'use client';

import { useRef, useState, type ReactNode } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { QueryLanguage, QueryText } from '@/lib/engine/query-shapes';
import type { FunnelView } from '@/lib/url/funnel-view';
import { Button } from '@/components/ui/button';
import type { CodeEditorHandle } from '@/components/ui/code-editor/code-editor';
import type { EditorText } from '@/components/ui/code-editor/editor-shapes';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Panel } from '@/components/ui/panel';
import { Tabs } from '@/components/ui/tabs';
import { LongRun } from './long-run';
import { LANGUAGE_NAMES, QueryEditor } from './query-editor';
import { QueryNotes } from './query-notes';
import { QueryPast } from './query-past';
import { QueryResults } from './query-results';
import { draftOf, keepDraft } from './query-store';
import { useQueryCheck } from './use-query-check';
import type { QueryControl } from './use-query-run';

export interface QueryPageProps {
  readonly engine: Engine;
  /** The query of the address; null where it names none, or one that is not on this device. */
  readonly asked: QueryText | null;
  readonly isElsewhere: boolean;
  /** The address cannot hold it. */
  readonly isLong: boolean;
  readonly control: QueryControl;
  readonly onRun: (query: QueryText) => void;
  readonly openRow: number | null;
  readonly onOpenRow: (row: number) => void;
  /** Lists the events behind a number of the funnel. */
  readonly onOpenFunnel: (funnel: FunnelView) => void;
  /** Stands beside Run, for a query that can be kept. */
  readonly keep: (query: QueryText) => ReactNode;
}

/** Where to begin: what the dataset holds, which any dataset can answer. */
const EXAMPLES: Record<QueryLanguage, string> = {
  sql: 'SELECT Channel, EventID, COUNT(*) AS events\nFROM dataTable\nGROUP BY Channel, EventID\nORDER BY events DESC',
  pandas: "df.groupby(['Channel', 'EventID']).size().sort_values(ascending=False)",
};

const LANGUAGES: readonly QueryLanguage[] = ['sql', 'pandas'];

export function QueryPage({ engine, asked, isElsewhere, isLong, control, onRun, openRow, onOpenRow, onOpenFunnel, keep }: QueryPageProps) {
  const [language, setLanguage] = useState<QueryLanguage>(asked?.language ?? 'sql');
  const [start, setStart] = useState<EditorText>(() => ({ text: asked?.text ?? draftOf(language) ?? EXAMPLES[language] }));
  const [text, setText] = useState(start.text);
  const editor = useRef<CodeEditorHandle>(null);
  const write = (to: QueryLanguage, next: string) => {
    setLanguage(to);
    setStart({ text: next });
    setText(next);
  };
  // What the address shows goes into the editor when it comes there: by a link, the back button, a reading's "Edit as query".
  const key = asked && `${asked.language} ${asked.text}`;
  const [seen, setSeen] = useState(key);
  if (key !== seen) {
    setSeen(key);
    if (asked) write(asked.language, asked.text);
  }

  const check = useQueryCheck(engine, { language, text });
  const current = check?.text === text ? check : null;
  const { query } = control;
  const isShown = asked?.language === language;
  const run = isShown && query.kind === 'done' ? query.run : null;
  const onChange = (next: string) => {
    setText(next);
    keepDraft(language, next);
  };
  const runIt = () => {
    keepDraft(language, text);
    if (isShown && asked.text === text) control.runAgain();
    else onRun({ language, text });
  };
  return (
    <article aria-labelledby="query-title" className="flex min-w-0 max-w-[120rem] flex-col gap-3 p-4">
      <h2 id="query-title" tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
        Query
      </h2>
      {isElsewhere && (
        <ErrorNotice
          failure={{ message: 'The link’s query is not on this device.', advice: 'It was too long for a link, so it stayed on the device that ran it: ask for its text.' }}
        />
      )}
      <div className="min-w-0">
        <Tabs
          label="Query language"
          selected={language}
          onSelect={(to) => write(to, draftOf(to) ?? EXAMPLES[to])}
          tabs={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        >
          <div className="flex min-w-0 flex-col gap-3 pt-3">
            <Panel label="Query, text">
              <QueryEditor key={language} ref={editor} engine={engine} language={language} start={start} check={check} onChange={onChange} onRun={runIt} />
              {current && <QueryNotes check={current} onGoTo={(offset) => editor.current?.goTo(offset)} />}
              <div className="flex flex-wrap items-center gap-2 border-t border-line px-2 py-1.5">
                <Button look="primary" onClick={runIt} disabled={text.trim() === ''} aria-keyshortcuts="Control+Enter Meta+Enter">
                  Run
                </Button>
                <QueryPast language={language} onChoose={(next) => write(language, next)} />
                {keep({ language, text })}
                <span className="text-2xs text-ink-3">Ctrl+Enter or ⌘Enter runs · Ctrl+Space completes · Escape, then Tab leaves the editor</span>
              </div>
            </Panel>
            {isLong && isShown && <p className="text-xs text-ink-2">This query is too long for a link: the address only names it, and it stays on this device.</p>}
            {run && run.text !== text && <p className="text-xs text-caution">The text has changed since these rows were found.</p>}
            {run && <QueryResults key={`${run.language} ${run.text} ${run.took}`} engine={engine} run={run} openRow={openRow} onOpenRow={onOpenRow} onOpenFunnel={onOpenFunnel} />}
            {isShown && query.kind === 'running' && <LongRun onCancel={query.cancel} />}
            {isShown && query.kind === 'cancelled' && (
              <ErrorNotice failure={{ message: 'The query was cancelled.', advice: 'That ended the engine, which opened the dataset again.' }}>
                <Button onClick={control.runAgain}>Run the query again</Button>
              </ErrorNotice>
            )}
            {isShown && query.kind === 'failed' && <ErrorNotice failure={query.failure} />}
            {!isShown && (
              <Panel label="Query, rows">
                <EmptyState title="Nothing has been run yet">Write a query over the dataset, whatever you call its table, and run it.</EmptyState>
              </Panel>
            )}
          </div>
        </Tabs>
      </div>
    </article>
  );
}
