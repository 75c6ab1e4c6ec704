import type { Column } from '@/lib/events/event-table';
import { runQuery } from '@/lib/query/execute/run-query';
import { QueryFailure } from '@/lib/query/query-failure';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { sqlName } from '@/lib/query/sql/complete-sql';
import { sqlText } from '@/lib/query/sql/write-sql';
import type { EventFilter, FieldFilter, TextSearch, TimeRange } from './event-filter-shapes';
import { eventListOf } from './event-list';
import type { FilterQuery } from './event-list-shapes';
import { fieldColumn } from './filtered-events';
import type { OpenTable } from './open-table';
import { spelled, spellingsOf } from './spellings';

/** A text whose hits are in more fields cannot be looked for field by field. */
const MOST_SEARCHED = 60;

/** The filter as a query for the given columns. It is run, to tell whether it finds the same events. */
export function filterQuery(open: OpenTable, filter: EventFilter, columns: readonly string[]): FilterQuery {
  const events = eventListOf(open).of(filter);
  events.advance(Infinity);
  const rows = events.rows();
  const fields = [...new Set(filter.fields.map(({ field }) => field))];
  const conditions = [
    ...fields.flatMap((field) => fieldConditions(open, field, filter.fields.filter((each) => each.field === field))),
    ...(filter.time ? timeConditions(open, filter.time) : []),
    ...(filter.text ? textCondition(open, filter.text, rows) : []),
  ];
  const where = conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
  const names = columns.filter((field) => open.table.resolve(field).found !== null).map(sqlName).join(', ');
  const text = `SELECT ${names === '' ? '*' : names}\nFROM dataTable${where}`;
  return { text, isSame: isSame(open, text, rows) };
}

function fieldConditions(open: OpenTable, field: string, filters: readonly FieldFilter[]): readonly string[] {
  const column = fieldColumn(open.table, field);
  // What stands before the dot of an unknown name would be taken for a table.
  const name = column === null && field.includes('.') ? `\`${field.replaceAll('`', '``')}\`` : sqlName(field);
  const spellings = spellingsOf(open, field, column);
  const literal = column && hasOnlyNumbers(column) ? numberText : sqlText;
  const of = (exclude: boolean): readonly FieldFilter[] => filters.filter((each) => each.exclude === exclude);
  const valuesOf = (some: readonly FieldFilter[]): readonly string[] =>
    spelled(column, spellings, some.flatMap(({ value }) => value ?? [])).map(literal);
  const hasNull = (some: readonly FieldFilter[]): boolean => some.some(({ value }) => value === null);
  const [included, excluded] = [of(false), of(true)];
  const conditions: string[] = [];
  if (included.length > 0) conditions.push(either(isOneOf(name, valuesOf(included)), hasNull(included) ? `${name} IS NULL` : null));
  const others = valuesOf(excluded);
  if (hasNull(excluded)) conditions.push(`${name} IS NOT NULL`);
  // A comparison with what is missing is not known, so that it is asked for beside.
  if (others.length > 0) conditions.push(either(isNoneOf(name, others), hasNull(excluded) ? null : `${name} IS NULL`));
  return conditions;
}

function isOneOf(name: string, values: readonly string[]): string | null {
  if (values.length === 0) return null;
  return values.length === 1 ? `${name} = ${values[0]}` : `${name} IN (${values.join(', ')})`;
}

function isNoneOf(name: string, values: readonly string[]): string {
  return values.length === 1 ? `${name} != ${values[0]}` : `${name} NOT IN (${values.join(', ')})`;
}

function either(...conditions: readonly (string | null)[]): string {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 1 ? given[0] : `(${given.join(' OR ')})`;
}

function hasOnlyNumbers(column: Column): boolean {
  for (let code = 0; code < column.size; code++) if (!['number', 'null', 'absent'].includes(column.kind(code))) return false;
  return true;
}

function numberText(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? value : sqlText(value);
}

function timeConditions({ clock }: OpenTable, { from, to }: TimeRange): readonly string[] {
  const fields = clock ? [clock.field, ...clock.others.map(({ name }) => name)].map((field) => `to_timestamp(${sqlName(field)})`) : [];
  if (fields.length === 0) return ['1 = 0'];
  const time = fields.length === 1 ? fields[0] : `coalesce(${fields.join(', ')})`;
  const literal = (millis: number): string => `to_timestamp('${new Date(millis).toISOString()}')`;
  return [`${time} >= ${literal(from)}`, `${time} < ${literal(to)}`];
}

/** A query knows values and not the line, so that the text is asked of the fields that have it. */
function textCondition(open: OpenTable, search: TextSearch, rows: Uint32Array): readonly string[] {
  if (rows.length === 0) return ['1 = 0'];
  const fields = [...(eventListOf(open).scanOf(search)?.fieldsOf(rows) ?? [])];
  if (fields.length === 0 || fields.length > MOST_SEARCHED) return [];
  const conditions = fields.map((field) =>
    search.matchCase ? `contains(${sqlName(field)}, ${sqlText(search.text)})` : `contains(lower(${sqlName(field)}), ${sqlText(search.text.toLowerCase())})`,
  );
  return [conditions.length === 1 ? conditions[0] : `(${conditions.join('\n    OR ')})`];
}

function isSame({ table }: OpenTable, text: string, rows: Uint32Array): boolean {
  const compiled = compileSql(text, table);
  if (!compiled.ok) return false;
  try {
    const result = runQuery(compiled.value, table);
    if (result.rowCount !== rows.length) return false;
    const wanted = new Set(rows);
    for (let row = 0; row < result.rowCount; row++) if (!result.lineage(row).every(({ events }) => events.length === 1 && wanted.has(events[0]))) return false;
    return true;
  } catch (error) {
    if (error instanceof QueryFailure) return false;
    throw error;
  }
}
