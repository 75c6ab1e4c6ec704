'use client';

import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Engine, ReadingAddress, RowAddress } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { CodeEditor, type CodeEditorHandle } from '@/components/ui/code-editor/code-editor';
import type { EditorNotes, EditorText } from '@/components/ui/code-editor/editor-shapes';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Panel } from '@/components/ui/panel';
import { saveFile } from '@/components/ui/save-file';
import { Skeleton } from '@/components/ui/skeleton';
import { toFailure } from '@/components/workbench/failure';
import { editedName } from '@/components/workbench/query/edited-name';
import { AddEditedEntry } from './add-edited-entry';
import { EditChecks } from './edit-checks';
import { EditStatus } from './edit-status';
import { EditedRows } from './edited-rows';
import { EditResults } from './edit-results';
import type { SelectedEdit } from './selected-edit';
import type { EditSection } from './use-edit-section';

export interface EditPageProps {
  readonly engine: Engine;
  readonly section: EditSection;
  readonly selected: SelectedEdit | null;
  /** The reading that the address names: the editor begins there. */
  readonly isNamed: boolean;
  readonly onSelect: (reading: ReadingAddress) => void;
  readonly openRow: RowAddress | null;
  readonly onOpenRow: (at: RowAddress) => void;
  /** What keeps the text as a hunt of its own. */
  readonly keep: ReactNode;
}

/** The hunt's document in an editor, beside what it finds. */
export function EditPage({ engine, section, selected, isNamed, onSelect, openRow, onOpenRow, keep }: EditPageProps) {
  const { text, edit, run, original } = section;
  return (
    <article aria-labelledby="edit-title" className="@container flex min-w-0 flex-col gap-3 p-4">
      <header>
        <h2 id="edit-title" className="text-xl font-semibold tracking-tight">
          Edit hunt
        </h2>
        <p className="text-sm text-ink-2">
          What the text finds is shown beside it, against <span className="break-all">{original.name}</span> as it was opened. The other sections go on with the hunt as it was until this one is kept.
        </p>
      </header>
      {run.kind === 'failed' && <ErrorNotice failure={run.failure} />}
      {run.kind === 'cancelled' && (
        <ErrorNotice failure={{ message: 'Running the text was cancelled.', advice: 'That ended the engine, which opened the dataset again. The text is run again when it changes.' }}>
          <Button onClick={run.runAgain}>Run it again</Button>
        </ErrorNotice>
      )}
      <div className="grid min-w-0 gap-3 @4xl:grid-cols-2">
        <div className="min-w-0">
          {text !== null && (edit !== null || run.kind !== 'running') ? (
            <Writing engine={engine} section={section} text={text} at={isNamed ? (selected?.reading.start ?? undefined) : undefined} keep={keep} />
          ) : (
            <Skeleton className="h-[32rem] w-full" />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Panel label="What the text finds">
            <EditStatus edit={edit} run={run} />
            {edit === null && <Skeleton className="m-3 h-64" />}
            {edit && edit.analytics.length > 0 && (
              <div tabIndex={0} role="group" aria-label="Readings" className="relative overflow-auto rounded-b-md @4xl:max-h-[38vh]">
                <EditResults edit={edit} selected={selected} onSelect={onSelect} />
              </div>
            )}
          </Panel>
          {selected && run.kind !== 'failed' && (
            <EditedRows key={`${selected.analytic.id} ${selected.reading.kind}`} engine={engine} selected={selected} openRow={openRow} onOpenRow={onOpenRow} addEntry={<AddEditedEntry engine={engine} section={section} selected={selected} />} />
          )}
        </div>
      </div>
    </article>
  );
}

interface WritingProps extends Pick<EditPageProps, 'engine' | 'section' | 'keep'> {
  readonly text: string;
  readonly at: number | undefined;
}

function Writing({ engine, section, text, at, keep }: WritingProps) {
  const { edit, replaced, replace, onChange, isKept, original } = section;
  const editor = useRef<CodeEditorHandle>(null);
  const [failed, setFailed] = useState<string | null>(null);
  // The section may be left and come back to: the editor begins with what was written by then.
  const [begun, setBegun] = useState<{ readonly of: EditorText | null; readonly start: EditorText }>({ of: replaced, start: { text, at } });
  if (begun.of !== replaced && replaced !== null) setBegun({ of: replaced, start: replaced });
  const notes: EditorNotes | null = useMemo(
    () =>
      edit && {
        text: edit.text,
        tokens: edit.tokens,
        diagnostics: edit.checks.map(({ severity, span, message }) => ({ ...span, tone: severity === 'error' ? ('danger' as const) : ('caution' as const), message })),
      },
    [edit],
  );
  const addAnalytic = () => {
    setFailed(null);
    const work = engine.withNewAnalytic(text).then(
      ({ markdown, start }) => replace({ text: markdown, at: start }),
      (error: unknown) => setFailed(toFailure(error).message),
    );
    void trackBusy(work);
  };
  const isOriginal = edit === null || edit.original === text;
  return (
    <Panel label="The hunt’s document">
      <CodeEditor ref={editor} label="Hunt document" start={begun.start} onChange={onChange} notes={notes} heightClassName="min-h-80 max-h-[46vh]" />
      {edit && <EditChecks checks={edit.checks} onGoTo={(offset) => editor.current?.goTo(offset)} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-2 py-1.5">
        {keep}
        <Button onClick={() => saveFile(editedName(original.name), 'text/markdown', text)}>Download .md</Button>
        <Button onClick={addAnalytic}>Add an analytic</Button>
        <Button disabled={isOriginal} onClick={() => edit && replace({ text: edit.original })} title="Undo (Ctrl+Z, ⌘Z) takes it back">
          Revert to the original
        </Button>
        {failed !== null && (
          <p role="alert" className="text-xs text-danger">
            {failed}
          </p>
        )}
        <span className="text-2xs text-ink-3">
          {isOriginal ? 'As the original has it' : isKept ? 'Kept on this device as you write' : 'This browser does not keep the text: download it'} · Ctrl+Z undoes · F8 goes to the next note · Escape, then Tab leaves the editor
        </span>
      </div>
    </Panel>
  );
}
