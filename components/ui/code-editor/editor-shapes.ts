import type { Span } from '@/lib/base/span';
import type { CodeSpan } from '@/components/ui/cut-code';

/** What an editor begins with. Another object takes the place of what is in it, so that typing never waits for a render. */
export interface EditorText {
  readonly text: string;
  /** Where the caret goes, in view; left out: it is not moved there. */
  readonly at?: number;
}

/** What is known of one text. It is shown while that is what stands in the editor. */
export interface EditorNotes extends Pick<EditorText, 'text'> {
  readonly tokens: readonly CodeSpan[];
  readonly diagnostics: readonly EditorDiagnostic[];
}

export interface EditorDiagnostic extends Span {
  readonly tone: 'danger' | 'caution';
  readonly message: string;
}

/** What could stand between `from` and `to`, the likeliest first. */
export interface EditorCompletions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly EditorOption[];
}

export interface EditorOption {
  readonly label: string;
  readonly insert: string;
  /** Beside the label: a count, a word for what it is. */
  readonly detail: string;
}

/** `asked`: by a key, not by typing. */
export type CompleteText = (text: string, offset: number, asked: boolean) => Promise<EditorCompletions | null>;

export interface EditorSettings {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Under the editor: how to run, how to leave it by keyboard. */
  readonly hint: string;
  /** Words, not code: spelling is checked, quotes and brackets are not closed. */
  readonly isProse: boolean;
}

/** What an editor calls. */
export interface EditorListener {
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter, Cmd+Enter. */
  readonly onRun: () => void;
  readonly complete: CompleteText;
}

/** An editor on the page. */
export interface Editor {
  replace(text: string): void;
  show(notes: EditorNotes): void;
  /** Puts the caret there, in view. */
  goTo(offset: number): void;
  destroy(): void;
}
