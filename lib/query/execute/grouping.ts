import type { Span } from '@/lib/base/span';
import type { Expr } from '@/lib/query/plan';
import { compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { MAX_HELD_ROWS, checkHeld, checkVisited } from './limits';
import { type Groups, type Relation, groupRows } from './relation';
import { rowCountOf } from './row-index';
import { idFiller } from './row-reader';
import { Timestamp } from './timestamp';
import { type Value, textOf } from './value';
import { FlatRows, walk } from './walk';

/** Rows by the values of some expressions. Missing values are one group; 5140 and "5140" are one, as in a Spark column of text. */
export interface Grouping {
  readonly count: number;
  /** The first row of each group, in order of appearance. */
  readonly firsts: FlatRows;
  /** The numbers of a group's rows, ascending. */
  rowsOf(group: number): Iterable<number>;
}

/** Visits each row once with its group. @throws QueryFailure if there are too many rows */
export function groupBy(
  relation: Relation,
  keys: readonly Expr[],
  environment: Environment,
  where: { readonly step: string; readonly span: Span },
  visit: (group: number, ids: Float64Array) => void,
): Grouping {
  const rowCount = rowCountOf(relation);
  checkVisited(rowCount, where.step, where.span);
  const held = rowCount <= MAX_HELD_ROWS ? new Uint32Array(rowCount) : null;
  const firsts = new FlatRows(relation);
  const number = groupNumberer(keys, environment);
  const ids = newIds(environment);
  const fill = idFiller(relation);
  let row = 0;
  walk(relation, (nodeRows) => {
    fill(nodeRows, ids);
    const group = number(ids);
    if (group === firsts.size) {
      checkHeld(group + 1, where.step, where.span);
      firsts.push(nodeRows);
    }
    if (held !== null) held[row++] = group;
    visit(group, ids);
  });
  let groups: Groups | null = null;
  return {
    count: firsts.size,
    firsts,
    rowsOf: (group) => {
      if (held === null) return rowsAgain(relation, keys, environment, group);
      groups ??= groupRows(held, firsts.size);
      return groups.rows.subarray(groups.starts[group], groups.starts[group + 1]);
    },
  };
}

/** Numbers groups from 0 in order of appearance. */
function groupNumberer(keys: readonly Expr[], environment: Environment): (ids: Float64Array) => number {
  const evaluators = keys.map((key) => compileExpr(key, environment));
  const numbers = new Map<string | null, number>();
  return (ids) => {
    const key = evaluators.length === 1 ? keyText(evaluators[0](ids)) : evaluators.map((evaluate) => quoted(keyText(evaluate(ids)))).join('');
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  };
}

function keyText(value: Value): string | null {
  return value instanceof Timestamp ? String(value.micros) : textOf(value);
}

function quoted(text: string | null): string {
  return text === null ? '-' : `${text.length}:${text}`;
}

/** The rows of a group of a relation too large to note each row's group: found by walking it again. */
function rowsAgain(relation: Relation, keys: readonly Expr[], environment: Environment, group: number): number[] {
  const number = groupNumberer(keys, environment);
  const ids = newIds(environment);
  const fill = idFiller(relation);
  const rows: number[] = [];
  let row = 0;
  walk(relation, (nodeRows) => {
    fill(nodeRows, ids);
    if (number(ids) === group) rows.push(row);
    row++;
  });
  return rows;
}
