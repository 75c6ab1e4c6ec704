import { assertNever } from '@/lib/base/assert-never';
import type { Cells } from '@/lib/events/event-table';
import { operandsOf } from '@/lib/query/expr-tree';
import type { Expr, LegId } from '@/lib/query/plan';
import { arithmetic } from './arithmetic';
import { castTo } from './cast';
import { comparison } from './compare';
import type { Environment, Ids } from './environment';
import { likeEvaluator, regexEvaluator, regexFunction } from './pattern-expr';
import { MISSING } from './relation';
import { plainFunction } from './scalar-functions';
import { type Value, booleanOf, cellValue, numberOf, textOf, isList } from './value';

export type Evaluate = (ids: Ids) => Value;

/** An expression over one column of one leg: evaluated at most once for each distinct value (code). */
export interface CodeExpr {
  readonly leg: LegId;
  /** The code of an event. */
  codeAt(id: number): number;
  /** All codes, where most rows are asked about; null where only those of a few are looked up. */
  readonly whole: { readonly codes: Uint32Array; readonly size: number } | null;
  value(code: number): Value;
  /** Whether the cell has nothing: it is absent, or JSON null. */
  isMissing(code: number): boolean;
}

/** The cells of a field that no event has. */
const NO_CELLS: Cells = { codeAt: () => 0, kind: () => 'absent', value: () => undefined, text: () => null };

/** @throws QueryFailure for a pattern that cannot be read */
export function compileExpr(expr: Expr, environment: Environment): Evaluate {
  const byCode = expr.kind === 'literal' ? null : codeExpr(expr, environment, 0);
  if (byCode !== null) {
    const { leg } = byCode;
    return (ids) => {
      const id = ids[leg];
      return byCode.value(id === MISSING ? 0 : byCode.codeAt(id));
    };
  }
  return compileNode(expr, (operand) => compileExpr(operand, environment), environment);
}

/** A column is decoded whole where at least one row in this many is asked about. */
const WHOLE_FROM = 4;

/**
 * The expression as one over codes; null if it reads no column, several, or rows that the plan made. `rows`: about how many rows will be
 * asked about.
 */
export function codeExpr(expr: Expr, environment: Environment, rows: number): CodeExpr | null {
  const field = onlyField(expr);
  if (field === null) return null;
  const { table } = environment;
  const column = field.found !== null && rows * WHOLE_FROM >= table.rowCount ? table.column(field.found) : null;
  const cells = field.found === null ? NO_CELLS : table.cells(field.found);
  if (cells === null) return null;
  const source = column ?? cells;
  const cell: Cell = { value: null };
  const evaluate = compileOverCell(expr, cell, environment);
  const values = environment.shared?.valuesOf(expr, source) ?? [];
  return {
    leg: field.leg,
    codeAt: (id) => cells.codeAt(id),
    whole: column,
    value: (code) => {
      const known = values[code];
      if (known !== undefined) return known;
      cell.value = cellValue(source, code);
      return (values[code] = evaluate(NO_IDS));
    },
    isMissing: (code) => source.text(code) === null,
  };
}

interface Cell {
  value: Value;
}
const NO_IDS = new Float64Array(0);

function compileOverCell(expr: Expr, cell: Cell, environment: Environment): Evaluate {
  if (expr.kind === 'field') return () => cell.value;
  return compileNode(expr, (operand) => compileOverCell(operand, cell, environment), environment);
}

type FieldExpr = Extract<Expr, { kind: 'field' }>;

/** The one field that an expression reads, however often; null if it reads none, or more. */
function onlyField(expr: Expr): FieldExpr | null {
  let only: FieldExpr | null = null;
  const visit = (node: Expr): boolean => {
    if (node.kind === 'made' || node.kind === 'present') return false;
    if (node.kind === 'field') {
      if (only !== null && (only.leg !== node.leg || only.found !== node.found)) return false;
      only = node;
    }
    return operandsOf(node).every(visit);
  };
  return visit(expr) ? only : null;
}

/** The cells behind a plain field, which are shown exactly as written; null for anything else. */
function plainCells(expr: Expr, environment: Environment): { leg: LegId; cells: Cells } | null {
  if (expr.kind !== 'field' || expr.found === null) return null;
  const cells = environment.table.cells(expr.found);
  return cells === null ? null : { leg: expr.leg, cells };
}

function compileNode(expr: Expr, compile: (operand: Expr) => Evaluate, environment: Environment): Evaluate {
  switch (expr.kind) {
    case 'field':
      // A field that the table has, or no event, is evaluated by its codes.
      return () => null;
    case 'made': {
      const { leg, index } = expr;
      return (ids) => (ids[leg] === MISSING ? null : (environment.made.get(leg)?.(index, ids[leg]) ?? null));
    }
    case 'present':
      return (ids) => ids[expr.leg] !== MISSING;
    case 'literal':
      return () => expr.value;
    case 'compare': {
      const compare = comparison(expr.op, expr.typing);
      const [left, right] = [compile(expr.left), compile(expr.right)];
      return (ids) => compare(left(ids), right(ids));
    }
    case 'and':
      return connective(expr.operands.map(compile), false);
    case 'or':
      return connective(expr.operands.map(compile), true);
    case 'not': {
      const operand = compile(expr.operand);
      return (ids) => {
        const truth = booleanOf(operand(ids));
        return truth === null ? null : !truth;
      };
    }
    case 'ifMissing': {
      const operand = compile(expr.operand);
      return (ids) => operand(ids) ?? expr.value;
    }
    case 'isNull': {
      const operand = compile(expr.operand);
      return (ids) => operand(ids) === null;
    }
    case 'like':
      return likeEvaluator(compile(expr.operand), expr.pattern, compile(expr.pattern));
    case 'regex':
      return regexEvaluator(compile(expr.operand), expr.pattern, compile(expr.pattern), expr.dialect);
    case 'in':
      return membership(compile(expr.operand), expr.options.map(compile), comparison('=', expr.typing));
    case 'case': {
      const branches = expr.branches.map(({ when, then }) => ({ when: compile(when), then: compile(then) }));
      const otherwise = compile(expr.otherwise);
      return (ids) => (branches.find(({ when }) => booleanOf(when(ids)) === true)?.then ?? otherwise)(ids);
    }
    case 'cast': {
      const cast = castTo(expr.to);
      const operand = compile(expr.operand);
      return (ids) => cast(operand(ids));
    }
    case 'arithmetic': {
      const compute = arithmetic(expr.op);
      const [left, right] = [compile(expr.left), compile(expr.right)];
      return (ids) => compute(left(ids), right(ids));
    }
    case 'subscript': {
      const [operand, index] = [compile(expr.operand), compile(expr.index)];
      return (ids) => subscript(operand(ids), numberOf(index(ids)));
    }
    case 'call':
      return compileCall(expr, expr.args.map(compile));
    default:
      return assertNever(expr);
  }
}

function compileCall(expr: Extract<Expr, { kind: 'call' }>, args: readonly Evaluate[]): Evaluate {
  const fn = expr.fn;
  if (fn === 'coalesce') {
    return (ids) => {
      for (const arg of args) {
        const value = arg(ids);
        if (value !== null) return value;
      }
      return null;
    };
  }
  if (fn === 'regexp_extract' || fn === 'regexp_replace') return regexFunction(fn, expr.args, args);
  const call = plainFunction(fn);
  return (ids) => call(args.map((arg) => arg(ids)));
}

/** AND (`decides` false) or OR (true): the deciding value wins over a missing one, a missing one over the rest. */
function connective(operands: readonly Evaluate[], decides: boolean): Evaluate {
  return (ids) => {
    let missing = false;
    for (const operand of operands) {
      const truth = booleanOf(operand(ids));
      if (truth === decides) return decides;
      if (truth === null) missing = true;
    }
    return missing ? null : !decides;
  };
}

function membership(operand: Evaluate, options: readonly Evaluate[], equal: (a: Value, b: Value) => boolean | null): Evaluate {
  return (ids) => {
    const value = operand(ids);
    let missing = false;
    for (const option of options) {
      const truth = equal(value, option(ids));
      if (truth === true) return true;
      if (truth === null) missing = true;
    }
    return missing ? null : false;
  };
}

function subscript(value: Value, index: number | bigint | null): Value {
  if (index === null || value === null) return null;
  if (isList(value)) return value.at(Number(index)) ?? null;
  return typeof value === 'string' ? (Array.from(value).at(Number(index)) ?? null) : null;
}

/** An expression's text, as shown. */
export function textEvaluator(expr: Expr, environment: Environment): (ids: Ids) => string | null {
  const plain = plainCells(expr, environment);
  if (plain !== null) return (ids) => (ids[plain.leg] === MISSING ? null : plain.cells.text(plain.cells.codeAt(ids[plain.leg])));
  const evaluate = compileExpr(expr, environment);
  return (ids) => textOf(evaluate(ids));
}
