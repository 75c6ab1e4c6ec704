import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { type Diagnostic, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Editor, EditorListener, EditorNotes, EditorSettings } from './editor-shapes';
import { editorTheme } from './editor-theme';
import { setTokens, tokenMarks } from './token-marks';

/**
 * Puts an editor into an element. It lives in a shadow tree: there its style sheet is adopted, which the page's content security
 * policy allows, where a <style> element is refused. `listener` is asked at each call, so that it may change.
 */
export function mountEditor(parent: HTMLElement, settings: EditorSettings, text: string, listener: () => EditorListener): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const hint = document.createElement('p');
  hint.id = 'hint';
  hint.hidden = true;
  hint.textContent = settings.hint;
  const state = EditorState.create({ doc: text, extensions: extensionsOf(settings, listener) });
  const view = new EditorView({ state, root, parent: root });
  root.append(hint);
  return {
    replace: (next) => {
      if (next !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: next.length } });
    },
    show: (notes) => {
      if (notes.text === view.state.doc.toString()) view.dispatch({ effects: setTokens.of(notes.tokens) }, setDiagnostics(view.state, diagnosticsOf(notes)));
    },
    goTo: (offset) => {
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    destroy: () => {
      view.destroy();
      hint.remove();
    },
  };
}

function extensionsOf({ label, isProse }: EditorSettings, listener: () => EditorListener): Extension {
  const run = (): boolean => {
    listener().onRun();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
    lineNumbers(),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    isProse ? [] : [closeBrackets(), EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] } }])],
    autocompletion({ override: [completionSource(listener)], icons: false }),
    keymap.of([{ key: 'Tab', run: acceptCompletion }, { key: 'F8', run: nextDiagnostic }, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.editorAttributes.of({ class: isProse ? 'is-prose' : '' }),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-describedby': 'hint', spellcheck: String(isProse), autocorrect: 'off', autocapitalize: 'off' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) listener().onChange(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({ beforeinput: typedOverSelection }),
    tokenMarks(),
    editorTheme,
  ];
}

/**
 * Takes what is typed over a selection from the browser, which would keep the colour of the deleted text in a style attribute; the content
 * security policy refuses that, and says so in the console.
 */
function typedOverSelection(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const { data: text } = event;
  if (event.inputType !== 'insertText' || text === null || empty || view.composing) return false;
  const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  // Who wants to wrap the selection in quotes or brackets comes first.
  if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert))) view.dispatch(insert());
  return true;
}

/** What is offered is chosen and put in order by whoever knows the text; here nothing is left off. */
function completionSource(listener: () => EditorListener): CompletionSource {
  return async (context) => {
    const found = await listener().complete(context.state.doc.toString(), context.pos, context.explicit);
    if (found === null || context.aborted) return null;
    return {
      from: found.from,
      to: found.to,
      filter: false,
      options: found.options.map(({ label, insert, detail }) => ({ label, detail, apply: insert })),
    };
  };
}

/** One of no width is drawn as a point, at the end of a text as under its last character. */
function diagnosticsOf({ text, diagnostics }: EditorNotes): Diagnostic[] {
  return diagnostics.map(({ start, end, tone, message }) => {
    const to = Math.min(end, text.length);
    const from = Math.min(start, to);
    return { from: from === to && to === text.length ? Math.max(0, from - 1) : from, to, severity: tone === 'danger' ? 'error' : 'warning', message };
  });
}
