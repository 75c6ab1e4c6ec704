import type { AggregateCall, ScalarFunction } from '@/lib/query/plan';

/** A scalar function's name in the plan and how many arguments it takes. */
export interface Signature {
  readonly fn: ScalarFunction;
  readonly least: number;
  readonly most: number;
}

function takes(fn: ScalarFunction, least: number, most = least): Signature {
  return { fn, least, most };
}

/** Spark's names (https://spark.apache.org/docs/latest/api/sql/), lower case, with their synonyms. */
export const SCALAR_FUNCTIONS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    lower: takes('lower', 1), lcase: takes('lower', 1),
    upper: takes('upper', 1), ucase: takes('upper', 1),
    trim: takes('trim', 1),
    length: takes('length', 1), len: takes('length', 1), char_length: takes('length', 1), character_length: takes('length', 1),
    substring: takes('substring', 2, 3), substr: takes('substring', 2, 3),
    concat: takes('concat', 1, Infinity),
    split: takes('split', 2),
    reverse: takes('reverse', 1),
    size: takes('size', 1), cardinality: takes('size', 1),
    element_at: takes('element_at', 2),
    hex: takes('hex', 1),
    conv: takes('conv', 3),
    regexp_extract: takes('regexp_extract', 2, 3),
    regexp_replace: takes('regexp_replace', 3),
    coalesce: takes('coalesce', 1, Infinity), nvl: takes('coalesce', 2), ifnull: takes('coalesce', 2),
    startswith: takes('startswith', 2), endswith: takes('endswith', 2), contains: takes('contains', 2),
    abs: takes('abs', 1),
    year: takes('year', 1), month: takes('month', 1), day: takes('day', 1), dayofmonth: takes('day', 1),
    hour: takes('hour', 1), minute: takes('minute', 1), second: takes('second', 1),
    date: takes('date', 1), to_date: takes('date', 1),
    timestamp: takes('to_timestamp', 1), to_timestamp: takes('to_timestamp', 1),
    unix_timestamp: takes('unix_timestamp', 1), to_unix_timestamp: takes('unix_timestamp', 1), unix_millis: takes('unix_millis', 1),
  }),
);

export const AGGREGATES: ReadonlyMap<string, AggregateCall['fn']> = new Map(
  Object.entries({
    count: 'count', sum: 'sum', min: 'min', max: 'max', avg: 'avg', mean: 'avg', collect_list: 'collect_list', array_agg: 'collect_list', collect_set: 'collect_set',
  } as const),
);
