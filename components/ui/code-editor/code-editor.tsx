'use client';

import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import type { CompleteText, Editor, EditorNotes, EditorText } from './editor-shapes';

const loadEditor = () => import('./mount-editor');

const NOTHING: CompleteText = () => Promise.resolve(null);

export interface CodeEditorProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly start: EditorText;
  readonly onChange: (text: string) => void;
  readonly onRun?: () => void;
  /** Colours and underlines; null while nothing is known. */
  readonly notes: EditorNotes | null;
  readonly complete?: CompleteText;
  readonly isProse?: boolean;
  /** How high it is: its least and its most. */
  readonly heightClassName: string;
  readonly ref?: Ref<CodeEditorHandle>;
}

export interface CodeEditorHandle {
  readonly goTo: (offset: number) => void;
}

const HINT = 'Tab indents; Escape and then Tab leaves the editor.';

/** A text editor; it knows no language but shows what it is told of the text. Its script is loaded when it is first on screen. */
export function CodeEditor({ label, start, onChange, onRun, notes, complete = NOTHING, isProse = false, heightClassName, ref }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const script = useLazy(loadEditor);
  const listener = useRef({ onChange, onRun: () => onRun?.(), complete });
  useLayoutEffect(() => {
    listener.current = { onChange, onRun: () => onRun?.(), complete };
  }, [onChange, onRun, complete]);

  const first = useRef(start);
  useEffect(() => {
    first.current = start;
    editor.current?.replace(start.text);
    if (start.at !== undefined) editor.current?.goTo(start.at);
  }, [start]);

  useEffect(() => {
    if (script === null || host.current === null) return;
    const mounted = script.mountEditor(host.current, { label, hint: HINT, isProse }, first.current.text, () => listener.current);
    editor.current = mounted;
    if (first.current.at !== undefined) mounted.goTo(first.current.at);
    return () => {
      mounted.destroy();
      editor.current = null;
    };
  }, [script, label, isProse]);

  useEffect(() => {
    if (notes !== null) editor.current?.show(notes);
  }, [notes, script, label, isProse]);

  useImperativeHandle(ref, () => ({ goTo: (offset) => editor.current?.goTo(offset) }), []);

  return (
    <div className={classNames('grid min-w-0', heightClassName)}>
      <div ref={host} className="grid min-w-0 [max-height:inherit] [min-height:inherit]" />
      {script === null && <Skeleton className="m-2 [grid-area:1/1]" />}
    </div>
  );
}
