import { grown } from '@/lib/events/segment';
import { legsOf } from '@/lib/query/expr-tree';
import type { Condition, Expr } from '@/lib/query/plan';
import { type CodeExpr, codeExpr, compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { checkHeld, checkVisited } from './limits';
import { type Node, type Relation, MISSING, keepRows, nodeWith, singleNode } from './relation';
import { rowCountOf } from './row-index';
import { idFiller } from './row-reader';
import { booleanOf } from './value';
import { FlatRows, walk } from './walk';

/** `after`: the rows that are left; null where more conditions were asked at once. */
export type OnStep = (condition: Condition, left: number, after: Relation | null) => void;

/**
 * Keeps the rows that meet the conditions, in their order, and tells after each how many are left. A condition over one node drops rows
 * of that node; one over several looks at the joined rows one by one and holds those that stay.
 */
export function filterRows(relation: Relation, conditions: readonly Condition[], environment: Environment, onStep: OnStep): Relation {
  let rows = relation;
  for (let at = 0; at < conditions.length; at++) {
    const condition = conditions[at];
    const node = nodeWith(rows, legsOf(condition.expr));
    if (node === null) return filterJoined(rows, conditions.slice(at), environment, onStep);
    rows = keepRows(rows, node, nodeRowsWhere(rows.nodes[node], condition.expr, environment));
    onStep(condition, rowCountOf(rows), rows);
  }
  return rows;
}

/** The rows of a node that meet a condition, ascending. */
export function nodeRowsWhere(node: Node, expr: Expr, environment: Environment): Uint32Array {
  if (node.size === 0) return new Uint32Array(0);
  const byCode = expr.kind === 'literal' ? null : codeExpr(expr, environment, node.size);
  if (byCode !== null) return rowsByCode(node, byCode);
  const evaluate = compileExpr(expr, environment);
  const ids = newIds(environment);
  const fill = idFiller(singleNode(node));
  const nodeRows = new Int32Array(1);
  const kept = new GrowingRows(node.size);
  for (let row = 0; row < node.size; row++) {
    nodeRows[0] = row;
    fill(nodeRows, ids);
    if (booleanOf(evaluate(ids)) === true) kept.push(row);
  }
  return kept.taken();
}

const FIRST_ROWS = 1_024;

/** Few rows are kept, mostly: of millions of events the room for all is not asked for. */
class GrowingRows {
  private rows: Uint32Array;
  private count = 0;

  constructor(most: number) {
    this.rows = new Uint32Array(Math.min(most, FIRST_ROWS));
  }

  push(row: number): void {
    if (this.count === this.rows.length) this.rows = grown(this.rows, this.count + 1);
    this.rows[this.count++] = row;
  }

  taken(): Uint32Array {
    return this.rows.slice(0, this.count);
  }
}

const NO = 1;
const YES = 2;

/** Asks once for each distinct value, and of a large dictionary only for the values that are met. */
function rowsByCode(node: Node, expr: CodeExpr): Uint32Array {
  const slot = node.slots.find((candidate) => candidate.leg === expr.leg);
  if (slot === undefined) throw new Error('The node does not hold the leg');
  const keeps = (code: number): boolean => booleanOf(expr.value(code)) === true;
  const { ids } = slot;
  if (expr.whole !== null && expr.whole.size * 8 <= node.size) {
    const { codes, size } = expr.whole;
    const kept = new Uint32Array(node.size);
    let count = 0;
    const step = Uint8Array.from({ length: size }, (_, code) => (keeps(code) ? 1 : 0));
    // Every row is written and only those that are kept move on: no branch to mispredict.
    if (ids === null) {
      for (let row = 0; row < node.size; row++) {
        kept[count] = row;
        count += step[codes[row]];
      }
    } else {
      for (let row = 0; row < node.size; row++) {
        kept[count] = row;
        count += step[ids[row] === MISSING ? 0 : codes[ids[row]]];
      }
    }
    return kept.slice(0, count);
  }
  const kept = new GrowingRows(node.size);
  // 0: not asked yet.
  let verdicts = new Uint8Array(1_024);
  for (let row = 0; row < node.size; row++) {
    const id = ids === null ? row : ids[row];
    const code = id === MISSING ? 0 : expr.codeAt(id);
    if (code >= verdicts.length) {
      const asked = verdicts;
      verdicts = new Uint8Array(2 * code);
      verdicts.set(asked);
    }
    if (verdicts[code] === 0) verdicts[code] = keeps(code) ? YES : NO;
    if (verdicts[code] === YES) kept.push(row);
  }
  return kept.taken();
}

function filterJoined(relation: Relation, conditions: readonly Condition[], environment: Environment, onStep: OnStep): Relation {
  const span = conditions[0].span;
  checkVisited(rowCountOf(relation), `The condition ${conditions[0].text}`, span);
  const tests = conditions.map((condition) => compileExpr(condition.expr, environment));
  const left = conditions.map(() => 0);
  const ids = newIds(environment);
  const fill = idFiller(relation);
  const rows = new FlatRows(relation);
  walk(relation, (nodeRows) => {
    fill(nodeRows, ids);
    for (let at = 0; at < tests.length; at++) {
      if (booleanOf(tests[at](ids)) !== true) return;
      left[at]++;
    }
    checkHeld(rows.size + 1, `The condition ${conditions[0].text}`, span);
    rows.push(nodeRows);
  });
  const kept = rows.relation();
  conditions.forEach((condition, at) => onStep(condition, left[at], at === conditions.length - 1 ? kept : null));
  return kept;
}

/** Holds all rows in one node. @throws QueryFailure if they are too many */
export function flatten(relation: Relation, step: string, span: Condition['span'], most = Infinity): Relation {
  if (relation.nodes.length === 1 && relation.nodes[0].size <= most) return relation;
  checkHeld(Math.min(most, rowCountOf(relation)), step, span);
  const rows = new FlatRows(relation);
  if (most > 0)
    walk(relation, (nodeRows) => {
      rows.push(nodeRows);
      return rows.size >= most;
    });
  return rows.relation();
}
