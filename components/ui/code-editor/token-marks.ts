import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { CodeSpan } from '@/components/ui/cut-code';

/** Colours the text anew. */
export const setTokens = StateEffect.define<readonly CodeSpan[]>();

const marks = new Map<CodeSpan['kind'], Decoration>();

function markOf(kind: CodeSpan['kind']): Decoration {
  const mark = marks.get(kind) ?? Decoration.mark({ class: `cm-token-${kind}` });
  marks.set(kind, mark);
  return mark;
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    // Until what is typed has been looked at, the colours move along with their text.
    let now = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setTokens)) now = decorationsOf(effect.value, transaction.newDoc.length);
    }
    return now;
  },
  provide: (of) => EditorView.decorations.from(of),
});

function decorationsOf(tokens: readonly CodeSpan[], length: number): DecorationSet {
  return Decoration.set(
    tokens.filter(({ start, end }) => start < end && end <= length).map(({ kind, start, end }) => markOf(kind).range(start, end)),
    true,
  );
}

export function tokenMarks(): Extension {
  return field;
}
