import type { SortKey } from '@/lib/query/plan';
import { compareValues } from './compare';
import { compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { flatten } from './filter';
import { spanOfAll } from './group-rows';
import { isMixedField } from './mixed-field';
import { type Relation, pickRows, singleNode } from './relation';
import { idFiller } from './row-reader';
import { type Value, textOf } from './value';

/** ORDER BY: rows that compare equal keep their order. @throws QueryFailure if the rows are too many to hold */
export function sortRows(relation: Relation, by: readonly SortKey[], environment: Environment): Relation {
  const flat = flatten(relation, 'ORDER BY', spanOfAll(by.map(({ expr }) => expr)));
  const node = flat.nodes[0];
  const ids = newIds(environment);
  const fill = idFiller(flat);
  const nodeRows = new Int32Array(1);
  const columns = by.map(({ expr }) => {
    const evaluate = compileExpr(expr, environment);
    const values: Value[] = [];
    for (let row = 0; row < node.size; row++) {
      nodeRows[0] = row;
      fill(nodeRows, ids);
      values.push(evaluate(ids));
    }
    return oneType(values, isMixedField(expr, environment));
  });
  const order = Uint32Array.from({ length: node.size }, (_, row) => row).sort((a, b) => {
    for (let at = 0; at < by.length; at++) {
      const compared = compareBy(by[at], columns[at][a], columns[at][b]);
      if (compared !== 0) return compared;
    }
    return a - b;
  });
  return singleNode(pickRows(node, order));
}

function compareBy(key: SortKey, a: Value, b: Value): number {
  if (a === null && b === null) return 0;
  if (a === null) return key.missing === 'first' ? -1 : 1;
  if (b === null) return key.missing === 'first' ? 1 : -1;
  const compared = compareValues(a, b, 'cast') ?? 0;
  return key.descending ? -compared : compared;
}

/** A column with any text is a column of text, as in Spark: else 10, "9" and "a" would have no order. */
function oneType(values: Value[], mixed: boolean): Value[] {
  const texts = mixed || values.some((value) => typeof value === 'string');
  return texts && values.some((value) => value !== null && typeof value !== 'string') ? values.map(textOf) : values;
}
