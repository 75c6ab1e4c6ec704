import type { Span } from '@/lib/base/span';
import type { Expr, Leg, LegId, OutputColumn } from '@/lib/query/plan';
import type { Name, SqlExpr } from './ast';
import type { Lowering } from './lowering';
import { sparkName } from './spark-strings';
import { SqlError } from './token-cursor';

/** A table or sub-query that names may come from. */
export interface ScopeEntry {
  readonly alias: string;
  /** A leg that has a row wherever the entry has one. */
  readonly leg: LegId;
  /** All its columns, for `*`. */
  columns(span: Name): readonly OutputColumn[];
  find(name: Name): Found | null;
  /** A column that it lacks: NULL for the dataset, a mistake for a sub-query. */
  absent(name: Name): Expr;
}

export interface Found {
  readonly expr: Expr;
  readonly how: 'exact' | 'case' | 'synonym';
  /** Its own name: a field's, or a sub-query's column's. */
  readonly named: string;
  /** Says what should be said when this column is used. */
  readonly note: () => void;
}

type ColumnNode = Extract<SqlExpr, { kind: 'column' }>;
const RANK = { exact: 0, case: 1, synonym: 2 } as const;

export function tableEntry(leg: Leg, lowering: Lowering): ScopeEntry {
  const field = (name: Name, found: string | null): Expr => ({ kind: 'field', leg: leg.id, name: name.text, found, span: spanOf(name) });
  return {
    alias: leg.alias,
    leg: leg.id,
    columns: (span) => lowering.schema.fields.map(({ name }) => ({ name, expr: field({ ...spanOf(span), text: name }, name) })),
    find: (name) => {
      const { found, how, alsoByCase } = lowering.schema.resolve(name.text);
      if (found === null || how === 'absent') return null;
      return { expr: field(name, found), how, named: found, note: () => noteField(name, found, how, alsoByCase, lowering) };
    },
    absent: (name) => {
      lowering.warn('column-absent', `No event has a field ${name.text}: it is NULL everywhere`, name);
      return field(name, null);
    },
  };
}

function noteField(name: Name, found: string, how: Found['how'], alsoByCase: readonly string[], lowering: Lowering): void {
  if (how === 'synonym') lowering.warn('column-synonym', `${name.text} is called ${found} in this dataset`, name);
  else if (how === 'case') lowering.warn('column-case', `${name.text} is written ${found} in this dataset${others(alsoByCase, ', which also has ')}`, name);
  else if (alsoByCase.length > 0) lowering.warn('column-case', `Besides ${name.text} this dataset has ${alsoByCase.join(', ')}: another field; ${name.text} was used`, name);
}

function others(names: readonly string[], before: string): string {
  return names.length === 0 ? '' : `${before}${names.join(', ')}`;
}

/** `open` are the entries behind a `*` in the sub-query: what they know by another name is known here, too. */
export function subqueryEntry(alias: string, leg: LegId, columns: readonly OutputColumn[], open: readonly ScopeEntry[]): ScopeEntry {
  return {
    alias,
    leg,
    columns: () => columns,
    find: (name) => {
      const exact = columns.find((column) => column.name === name.text);
      const found = exact ?? columns.find((column) => column.name.toLowerCase() === name.text.toLowerCase());
      if (found !== undefined) return { expr: found.expr, how: exact === undefined ? 'case' : 'exact', named: found.name, note: () => undefined };
      // A nested field comes out of a sub-query by the last part of its name, as in Spark.
      const nested = columns.find((column) => column.name.endsWith(`.${name.text}`));
      if (nested !== undefined) return { expr: nested.expr, how: 'exact', named: name.text, note: () => undefined };
      return bestOf(open.map((entry) => entry.find(name)));
    },
    absent: (name) => {
      if (open.length > 0) return open[0].absent(name);
      const names = columns.map((column) => column.name).join(', ');
      throw new SqlError(`The sub-query${alias === '' ? '' : ` ${alias}`} has no column ${name.text}; it has ${names}`, name);
    },
  };
}

/** What the right side of a LEFT JOIN gives: its computed columns are missing where it has no row. */
export function optionalEntry(entry: ScopeEntry): ScopeEntry {
  const guard = (expr: Expr): Expr => {
    if (expr.kind === 'field' || expr.kind === 'made') return expr;
    const { span } = expr;
    return { kind: 'case', branches: [{ when: { kind: 'present', leg: entry.leg, span }, then: expr }], otherwise: { kind: 'literal', value: null, span }, span };
  };
  return {
    ...entry,
    columns: (span) => entry.columns(span).map((column) => ({ ...column, expr: guard(column.expr) })),
    find: (name) => {
      const found = entry.find(name);
      return found === null ? null : { ...found, expr: guard(found.expr) };
    },
  };
}

/** @throws SqlError for a table or a sub-query's column that is not there */
export function resolveColumn(node: ColumnNode, scope: readonly ScopeEntry[], lowering: Lowering): Expr {
  return { ...resolve(node, scope, lowering), span: { start: node.start, end: node.end } };
}

function resolve(node: ColumnNode, scope: readonly ScopeEntry[], lowering: Lowering): Expr {
  const { qualifier, name } = node;
  if (qualifier === null) return resolveUnqualified(name, scope, lowering);
  const entry = entryOf(qualifier, scope);
  if (entry !== null) {
    if (entry.alias !== qualifier.text) lowering.rewrite(qualifier, sparkName(entry.alias));
    const found = entry.find(name);
    return found === null ? absentIn(entry, name, node, lowering) : take(found, name, lowering);
  }
  // `event_data.Image`: no table, but a nested field.
  const dotted = { text: `${qualifier.text}.${name.text}`, start: qualifier.start, end: name.end };
  const nested = bestOf(scope.map((candidate) => candidate.find(dotted)));
  if (nested === null) throw noTable(qualifier, scope);
  return take(nested, dotted, lowering);
}

export function entryOf(qualifier: Name, scope: readonly ScopeEntry[]): ScopeEntry | null {
  return scope.find(({ alias }) => alias.toLowerCase() === qualifier.text.toLowerCase()) ?? null;
}

export function noTable(qualifier: Name, scope: readonly ScopeEntry[]): SqlError {
  return new SqlError(`No table here is called ${qualifier.text}; there is ${scope.map(({ alias }) => alias).filter((alias) => alias !== '').join(', ')}`, qualifier);
}

function resolveUnqualified(name: Name, scope: readonly ScopeEntry[], lowering: Lowering): Expr {
  const found = scope.map((entry) => ({ entry, found: entry.find(name) }));
  const best = bestOf(found.map((candidate) => candidate.found));
  if (best === null) return absentIn(scope[0], name, name, lowering);
  const holders = found.filter((candidate) => candidate.found?.how === best.how).map(({ entry }) => entry.alias);
  const expr = take(best, name, lowering);
  if (holders.length > 1) {
    lowering.warn('ambiguous-name', `${name.text} is in ${holders.join(' and ')}: that of ${holders[0]} was used; write ${holders[0]}.${name.text} to say so`, name);
    lowering.rewrite(name, `${sparkName(holders[0])}.${pathOf(best.named)}`);
  }
  return expr;
}

function bestOf(candidates: readonly (Found | null)[]): Found | null {
  let best: Found | null = null;
  for (const found of candidates) if (found !== null && (best === null || RANK[found.how] < RANK[best.how])) best = found;
  return best;
}

/** What was found, with what is to say about it; Spark knows it by its own name only, and a nested field as a path. */
function take(found: Found, name: Name, lowering: Lowering): Expr {
  found.note();
  const written = lowering.source(name);
  const kept = found.named === name.text && (written.startsWith('`') ? !found.named.includes('.') : /^[\w.`]+$/.test(written));
  if (!kept) lowering.rewrite(name, pathOf(found.named));
  return found.expr;
}

function absentIn(entry: ScopeEntry, name: Name, place: Span, lowering: Lowering): Expr {
  const expr = entry.absent(name);
  lowering.rewrite(place, 'CAST(NULL AS STRING)');
  return expr;
}

function pathOf(name: string): string {
  return name.split('.').map(sparkName).join('.');
}

function spanOf({ start, end }: Name): Expr['span'] {
  return { start, end };
}
