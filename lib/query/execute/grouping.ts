import type { Span } from '@/lib/base/span';
import type { Expr } from '@/lib/query/plan';
import { compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { MAX_HELD_ROWS, checkHeld, checkVisited } from './limits';
import { collectNodeRows } from './lineage';
import { type MergedRows, mergeRows } from './merged-rows';
import { type AddEvent, type Relation, groupRows } from './relation';
import { rowCountOf, rowIndexOf } from './row-index';
import { idFiller } from './row-reader';
import { Timestamp } from './timestamp';
import { type Value, textOf } from './value';
import { FlatRows, walk } from './walk';

/** Rows by the values of some expressions. Missing values are one group; 5140 and "5140" are one, as in a Spark column of text. */
export interface Grouping {
  readonly count: number;
  /** The first row of each group, in order of appearance. */
  readonly firsts: FlatRows;
  /** Tells the events behind a group's rows. */
  collect(group: number, add: AddEvent): void;
}

/** Joined rows past this many are not looked at one by one: those that are alike in all that is read of them are taken together. */
const TAKEN_ONE_BY_ONE = 1_000_000;

export function takenTogether(relation: Relation): boolean {
  return relation.nodes.length > 1 && rowCountOf(relation) > TAKEN_ONE_BY_ONE;
}

/** What the rows of a group give: `times` rows are alike. */
export type VisitRows = (group: number, ids: Float64Array, times: number) => void;

/**
 * Visits each row once with its group, rows that are alike in `keys` and `read` together where they are many.
 * @throws QueryFailure if there are too many rows
 */
export function groupBy(
  relation: Relation,
  keys: readonly Expr[],
  read: readonly Expr[],
  environment: Environment,
  where: { readonly step: string; readonly span: Span },
  visit: VisitRows,
): Grouping {
  const merged = takenTogether(relation) ? mergeRows(relation, [...keys, ...read], environment) : oneByOne(relation);
  const rowCount = rowCountOf(merged.relation);
  checkVisited(rowCount, where.step, where.span);
  const held = rowCount <= MAX_HELD_ROWS ? new Uint32Array(rowCount) : null;
  const firsts = new FlatRows(merged.relation);
  const number = groupNumberer(keys, environment);
  const ids = newIds(environment);
  const fill = idFiller(merged.relation);
  let row = 0;
  walk(merged.relation, (nodeRows) => {
    fill(nodeRows, ids);
    const group = number(ids);
    if (group === firsts.size) {
      checkHeld(group + 1, where.step, where.span);
      firsts.push(nodeRows);
    }
    if (held !== null) held[row++] = group;
    visit(group, ids, merged.weight(nodeRows));
  });
  return { count: firsts.size, firsts, collect: held === null ? collectAgain(merged, keys, environment) : collectHeld(merged, held, firsts.size) };
}

function oneByOne(relation: Relation): MergedRows {
  return { relation, weight: () => 1, collect: (nodeRows, add) => collectNodeRows(relation, nodeRows, add) };
}

function collectHeld({ relation, collect }: MergedRows, held: Uint32Array, count: number): Grouping['collect'] {
  let groups: ReturnType<typeof groupRows> | null = null;
  const nodeRows = new Int32Array(relation.nodes.length);
  return (group, add) => {
    groups ??= groupRows(held, count);
    for (let at = groups.starts[group]; at < groups.starts[group + 1]; at++) {
      rowIndexOf(relation).locate(groups.rows[at], nodeRows);
      collect(nodeRows, add);
    }
  };
}

/** For a relation too large to note each row's group: its rows are found by walking it again. */
function collectAgain({ relation, collect }: MergedRows, keys: readonly Expr[], environment: Environment): Grouping['collect'] {
  return (group, add) => {
    const number = groupNumberer(keys, environment);
    const ids = newIds(environment);
    const fill = idFiller(relation);
    walk(relation, (nodeRows) => {
      fill(nodeRows, ids);
      if (number(ids) === group) collect(nodeRows, add);
    });
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
