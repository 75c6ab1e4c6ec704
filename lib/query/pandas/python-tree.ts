import { parser } from '@lezer/python';

export type PythonTree = ReturnType<typeof parser.parse>;

let last: { readonly text: string; readonly tree: PythonTree } | null = null;

/** The syntax tree of a text. A reading is compiled, then coloured, so the last tree is kept. */
export function pythonTree(text: string): PythonTree {
  if (last?.text !== text) last = { text, tree: parser.parse(text) };
  return last.tree;
}
