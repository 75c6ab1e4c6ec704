import type { Span } from '@/lib/base/span';
import { assertNever } from '@/lib/base/assert-never';
import type { Node } from './ast';
import { CellError } from './cell-error';
import { readCell } from './read-cell';

/**
 * Variables of the cells that are given a value which nothing reads: no later statement before they get another one, and not the result,
 * which is what the last statement gives. Each at the name. None where the cells cannot be read.
 */
export function unusedNames(cells: string): readonly { readonly name: string; readonly span: Span }[] {
  const unread = new Map<string, Span>();
  const unused: { name: string; span: Span }[] = [];
  const read = (node: Node) => namesIn(node).forEach((name) => unread.delete(name));
  const statements = statementsOf(cells);
  statements.forEach((statement, at) => {
    if (statement.kind === 'import') return;
    read(statement.value);
    if (statement.kind === 'expression') return;
    const isResult = at === statements.length - 1;
    for (const target of statement.targets) {
      if (target.kind === 'subscript') {
        // A column is given to a DataFrame: whether anything reads that is told by what comes after.
        read(target.index);
        if (isResult) read(target.object);
        continue;
      }
      const before = unread.get(target.name);
      if (before) unused.push({ name: target.name, span: before });
      unread.delete(target.name);
      if (!isResult) unread.set(target.name, target.span);
    }
  });
  return [...unused, ...[...unread].map(([name, span]) => ({ name, span }))].sort((a, b) => a.span.start - b.span.start);
}

function statementsOf(cells: string): ReturnType<typeof readCell> {
  try {
    return readCell(cells);
  } catch (error) {
    if (error instanceof CellError) return [];
    throw error;
  }
}

function namesIn(node: Node): readonly string[] {
  return node.kind === 'name' ? [node.name] : partsOf(node).flatMap(namesIn);
}

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'name':
    case 'string':
    case 'number':
    case 'boolean':
    case 'none':
      return [];
    case 'list':
    case 'tuple':
      return node.items;
    case 'dict':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'attribute':
      return [node.object];
    case 'subscript':
      return [node.object, node.index];
    case 'call':
      return [node.callee, ...node.args, ...node.keywords.map(({ value }) => value)];
    case 'invert':
    case 'negate':
      return [node.operand];
    case 'mask':
    case 'compare':
      return [node.left, node.right];
    default:
      return assertNever(node);
  }
}
