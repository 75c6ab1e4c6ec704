'use client';

import { useEffect, useMemo, useState } from 'react';
import type { HuntEdit } from '@/lib/engine/edit-shapes';
import type { Engine } from '@/lib/engine/engine';
import { writeHunt } from '@/lib/url/hunt-address';
import { trackBusy } from '@/components/ui/busy';
import type { EditorText } from '@/components/ui/code-editor/editor-shapes';
import { setEndedRun, useEndedRun } from '@/components/workbench/ended-run';
import { toFailure, type ShownFailure } from '@/components/workbench/failure';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { restartEngine } from '@/components/workbench/use-engine';
import { draftOf, forgetDraft, type HuntDraft, keepDraft } from './draft-store';

/** A text is run when nothing has been typed for so long. */
const PAUSE_MILLIS = 300;

export type EditRun =
  /** As for a hunt, `cancel` ends the engine, which opens the dataset again. */
  | { readonly kind: 'running'; readonly cancel: () => void }
  | { readonly kind: 'cancelled'; readonly runAgain: () => void }
  | { readonly kind: 'failed'; readonly failure: ShownFailure }
  | { readonly kind: 'done' };

export interface EditSection {
  /** As it stands in the editor; null until the original is known as Markdown. */
  readonly text: string | null;
  /** What was put in its place last, by other means than typing; null: nothing was. */
  readonly replaced: EditorText | null;
  /** What the text found that was run last; null before the first. */
  readonly edit: HuntEdit | null;
  /** Counts the runs. */
  readonly runs: number;
  readonly run: EditRun;
  /** False where this browser does not keep the text. */
  readonly isKept: boolean;
  /** What the text was made from, and its name. */
  readonly original: Pick<HuntDraft, 'original' | 'name'>;
  readonly onChange: (text: string) => void;
  readonly replace: (to: EditorText) => void;
}

interface Done {
  readonly text: string | null;
  readonly edit: HuntEdit;
  readonly runs: number;
}

/** The text of a hunt that is being edited, run beside its original after each pause while its section is on screen. */
export function useEditSection(engine: Engine, hunt: OpenHunt, isShown: boolean): EditSection {
  const key = writeHunt(hunt.address);
  const [kept] = useState(() => draftOf(key));
  const original = useMemo(() => ({ original: kept?.original ?? hunt.file.text, name: kept?.name ?? hunt.file.name }), [kept, hunt.file]);
  const [text, setText] = useState(kept?.text ?? null);
  const [replaced, setReplaced] = useState<EditorText | null>(null);
  const [isKept, setIsKept] = useState(true);
  const [done, setDone] = useState<Done | null>(null);
  const [failed, setFailed] = useState<{ readonly text: string | null; readonly failure: ShownFailure } | null>(null);
  const name = `edit ${key} ${text}`;
  const isCancelled = useEndedRun() === name;
  const isFirst = done === null;

  useEffect(() => {
    if (!isShown || isCancelled) return;
    let isWanted = true;
    const ask = async () => {
      if (!isFirst) await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
      if (!isWanted) return;
      const edit = await engine.editHunt({ ...original, edited: text });
      if (isWanted) setDone((before) => ({ text, edit, runs: (before?.runs ?? 0) + 1 }));
    };
    const work = ask().catch((error: unknown) => {
      if (isWanted) setFailed({ text, failure: toFailure(error) });
    });
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
    // The first run is not to be run again for having been the first.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, original, text, isShown, isCancelled]);

  const onChange = (next: string) => {
    setText(next);
    // A text that says what the address names needs no keeping.
    const isAsOpened = next === hunt.file.text.replace(/\r\n?/g, '\n') || (kept === null && next === done?.edit.original);
    if (isAsOpened && original.original === hunt.file.text) forgetDraft(key);
    else setIsKept(keepDraft(key, { ...original, text: next }));
  };
  const cancel = () => {
    setEndedRun(name);
    restartEngine();
  };
  const run: EditRun =
    isCancelled ? { kind: 'cancelled', runAgain: () => setEndedRun(null) }
    : done && done.text === text ? { kind: 'done' }
    : failed && failed.text === text ? { kind: 'failed', failure: failed.failure }
    : { kind: 'running', cancel };
  return {
    text: text ?? done?.edit.text ?? null,
    replaced,
    edit: done?.edit ?? null,
    runs: done?.runs ?? 0,
    run,
    isKept,
    original,
    onChange,
    replace: (to) => {
      setReplaced(to);
      onChange(to.text);
    },
  };
}
