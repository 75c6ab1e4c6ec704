import type { Expr } from '@/lib/query/plan';
import { codeExpr, compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { idFiller } from './row-reader';
import { type Node, MISSING, idAt, singleNode } from './relation';
import { Timestamp } from './timestamp';
import { type Value, textOf, isList } from './value';

/** The values of an expression over the rows of a node, each distinct one once: row i has values[index[i]], or none if that is -1. */
export interface NodeValues {
  readonly index: Int32Array;
  readonly values: readonly Value[];
}

export function nodeValues(node: Node, expr: Expr, environment: Environment): NodeValues {
  const index = new Int32Array(node.size);
  const values: Value[] = [];
  const numbers = new Map<unknown, number>();
  const numberOfValue = (value: Value): number => {
    if (value === null) return -1;
    const key = mapKey(value);
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = values.length));
      values.push(value);
    }
    return number;
  };
  const byCode = expr.kind === 'literal' ? null : codeExpr(expr, environment, node.size);
  if (byCode !== null) {
    const slot = node.slots.find((candidate) => candidate.leg === byCode.leg);
    if (slot === undefined) throw new Error('The node does not hold the leg');
    const ofCode: (number | undefined)[] = [];
    for (let row = 0; row < node.size; row++) {
      const id = idAt(slot, row);
      const code = id === MISSING ? 0 : byCode.codeAt(id);
      index[row] = ofCode[code] ??= numberOfValue(byCode.value(code));
    }
    return { index, values };
  }
  const evaluate = compileExpr(expr, environment);
  const ids = newIds(environment);
  const fill = idFiller(singleNode(node));
  const nodeRows = new Int32Array(1);
  for (let row = 0; row < node.size; row++) {
    nodeRows[0] = row;
    fill(nodeRows, ids);
    index[row] = numberOfValue(evaluate(ids));
  }
  return { index, values };
}

/** Equal for equal values of one type, as a Map knows keys. */
export function mapKey(value: Value): unknown {
  if (value instanceof Timestamp) return `\u0000time ${value.micros}`;
  return isList(value) ? `\u0000array ${textOf(value)}` : value;
}
