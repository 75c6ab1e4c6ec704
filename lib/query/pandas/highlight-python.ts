import type { CodeToken } from '@/lib/query/code-token';
import { pythonTree, type PythonTree } from './python-tree';

/** The tokens of Python text for colouring, in order; what cannot be read is coloured as far as it can. */
export function highlightPython(text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  pythonTree(text).iterate({
    enter({ name, from, to, node }) {
      const kind = tokenKind(name, text.slice(from, to), isCalled(node));
      if (kind === null || from === to) return true;
      tokens.push({ start: from, end: to, kind });
      return false;
    },
  });
  return tokens;
}

function tokenKind(name: string, text: string, called: boolean): CodeToken['kind'] | null {
  switch (name) {
    case 'VariableName':
    case 'PropertyName':
      return called ? 'function' : 'name';
    case 'String':
    case 'FormatString':
      return 'string';
    case 'Number':
      return 'number';
    case 'Comment':
      return 'comment';
    case 'Boolean':
    case 'None':
      return 'keyword';
    case 'ArithOp':
    case 'BitOp':
    case 'CompareOp':
    case 'AssignOp':
    case 'UpdateOp':
      return 'operator';
    default:
      // The grammar names a keyword by its text.
      return name === text && /^[a-z]+$/.test(name) ? 'keyword' : null;
  }
}

/** `name(…)`, or the last name of `a.name(…)`. */
function isCalled(node: PythonTree['topNode']): boolean {
  if (node.name !== 'VariableName' && node.name !== 'PropertyName') return false;
  const callee = node.name === 'PropertyName' ? node.parent : node;
  return callee?.nextSibling?.name === 'ArgList';
}
