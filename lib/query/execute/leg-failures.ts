import type { Condition } from '@/lib/query/plan';
import { codeExpr, compileExpr } from './compile-expr';
import { fieldsRead } from './condition-on';
import { type Environment, newIds } from './environment';
import type { TracedLeg } from './plan-trace';
import { booleanOf } from './value';

/**
 * Which of its leg's conditions each event of the dataset fails. Two bytes an event, four where there are very many conditions.
 *
 *   conditions   Channel  EventID  Share      first  sole
 *   event 0         ✓        ✓       ✓          3     0        meets all
 *   event 1         ✓        ✗       ✓          1     3        fails EventID only: 1 + 2 × 1
 *   event 2         ✓        ✓       ∅          2     6        fails Share only, which it lacks: 1 + 2 × 2 + 1
 *   event 3         ✗        ✗       ✓          0     MANY
 */
export interface LegFailures {
  /** The first condition that the event fails; the number of conditions where it meets all. */
  readonly first: Codes;
  readonly sole: Codes;
  /** For each condition, the events that fail only it, and how many of them because a field is missing. */
  readonly only: readonly { readonly events: number; readonly missing: number }[];
}

type Codes = Uint8Array | Uint16Array;

const MANY = 0xff;
const MANY_OF_TWO_BYTES = 0xffff;

/** @throws QueryFailure for a pattern that cannot be read */
export function legFailures({ leg, conditions }: TracedLeg, environment: Environment): LegFailures {
  const { rowCount } = environment.table;
  const isShort = 2 * conditions.length < MANY;
  const many = isShort ? MANY : MANY_OF_TWO_BYTES;
  const codes = (): Codes => (isShort ? new Uint8Array(rowCount) : new Uint16Array(rowCount));
  const first = codes().fill(conditions.length);
  const sole = codes();
  let count = rowCount;
  conditions.forEach((condition, at) => {
    const fails = failureOf(condition, leg.id, environment, count);
    for (let row = 0; row < rowCount; row++) {
      // An event that failed twice is not asked again: it is near to nothing.
      if (sole[row] === many) continue;
      const failure = fails(row);
      if (failure === MEETS) continue;
      if (sole[row] === 0) {
        first[row] = at;
        sole[row] = 2 * at + failure;
      } else {
        sole[row] = many;
        count--;
      }
    }
  });
  return { first, sole, only: countSole(sole, many, conditions.length) };
}

function countSole(sole: Codes, many: number, conditions: number): LegFailures['only'] {
  const counts = new Uint32Array(1 + 2 * conditions);
  for (const code of sole) if (code !== many) counts[code]++;
  return Array.from({ length: conditions }, (_, at) => ({ events: counts[1 + 2 * at] + counts[2 + 2 * at], missing: counts[2 + 2 * at] }));
}

const MEETS = 0;
const BY_VALUE = 1;
const MISSING_FIELD = 2;
const UNASKED = 255;
type Failure = typeof MEETS | typeof BY_VALUE | typeof MISSING_FIELD;

/** As `conditionOn` tells of one event, for many: once for each distinct value where the condition reads one field. */
function failureOf({ expr }: Condition, leg: number, environment: Environment, rows: number): (row: number) => number {
  const byCode = expr.kind === 'literal' ? null : codeExpr(expr, environment, rows);
  if (byCode !== null) {
    const ask = (code: number): Failure => (booleanOf(byCode.value(code)) === true ? MEETS : byCode.isMissing(code) ? MISSING_FIELD : BY_VALUE);
    const { codeAt, whole } = byCode;
    if (whole !== null) {
      const { codes } = whole;
      const known = new Uint8Array(whole.size).fill(UNASKED);
      return (row) => {
        const code = codes[row];
        return known[code] === UNASKED ? (known[code] = ask(code)) : known[code];
      };
    }
    const known: (Failure | undefined)[] = [];
    return (row) => {
      const code = codeAt(row);
      return (known[code] ??= ask(code));
    };
  }
  const cells = fieldsRead(expr).map(({ found }) => (found === null ? null : environment.table.cells(found)));
  const evaluate = compileExpr(expr, environment);
  const ids = newIds(environment);
  return (row) => {
    ids[leg] = row;
    if (booleanOf(evaluate(ids)) === true) return MEETS;
    return cells.some((of) => of === null || of.text(of.codeAt(row)) === null) ? MISSING_FIELD : BY_VALUE;
  };
}

/** The events that meet the leg's first `conditions` conditions, in the order of the dataset. */
export function eventsLeft({ first }: LegFailures, conditions: number): Uint32Array {
  return rowsWhere(first, (failed) => failed >= conditions);
}

/** The events that fail only this condition. */
export function eventsFailingOnly({ sole }: LegFailures, condition: number): Uint32Array {
  return rowsWhere(sole, (code) => code === 2 * condition + BY_VALUE || code === 2 * condition + MISSING_FIELD);
}

function rowsWhere(codes: Codes, keeps: (code: number) => boolean): Uint32Array {
  const rows = new Uint32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (keeps(codes[row])) rows[count++] = row;
  return rows.slice(0, count);
}
