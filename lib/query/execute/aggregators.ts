import { assertNever } from '@/lib/base/assert-never';
import type { AggregateCall } from '@/lib/query/plan';
import { arithmetic } from './arithmetic';
import { compareValues } from './compare';
import { mapKey } from './node-values';
import { type Value, numberOf, textOf } from './value';

/** Takes the values of one group, one by one, or one that stands in several rows at once. Missing values count for nothing but COUNT(*). */
export interface Aggregator {
  add(value: Value, times: number): void;
  result(): Value;
}

export function newAggregator(call: AggregateCall): Aggregator {
  const plain = plainAggregator(call);
  // A set, a minimum and a maximum are the same without repetitions; collect_set is collect_list DISTINCT.
  if (!call.distinct && call.fn !== 'collect_set') return plain;
  const seen = new Set<unknown>();
  return {
    add: (value) => {
      const key = mapKey(value);
      if (value === null || seen.has(key)) return;
      seen.add(key);
      plain.add(value, 1);
    },
    result: plain.result,
  };
}

const plus = arithmetic('+');
const product = arithmetic('*');

function plainAggregator(call: AggregateCall): Aggregator {
  switch (call.fn) {
    case 'count': {
      let count = 0;
      return {
        add: (value, times) => {
          if (call.of === null || value !== null) count += times;
        },
        result: () => count,
      };
    }
    case 'sum': {
      let sum: Value = null;
      return {
        add: (value, times) => {
          const number = times === 1 ? numberOf(value) : numberOf(product(value, times));
          if (number !== null) sum = sum === null ? number : plus(sum, number);
        },
        result: () => sum,
      };
    }
    case 'avg': {
      let sum = 0;
      let count = 0;
      return {
        add: (value, times) => {
          const number = numberOf(value);
          if (number === null) return;
          sum += Number(number) * times;
          count += times;
        },
        result: () => (count === 0 ? null : sum / count),
      };
    }
    case 'min':
      return extreme((compared) => compared < 0);
    case 'max':
      return extreme((compared) => compared > 0);
    case 'collect_list':
    case 'collect_set': {
      const values: Value[] = [];
      return {
        add: (value, times) => {
          if (value !== null) for (let time = 0; time < times; time++) values.push(value);
        },
        result: () => values,
      };
    }
    default:
      return assertNever(call.fn);
  }
}

/** Where text and other values meet, all are compared as text, as in Spark: a column with any text is one of text. */
function extreme(wins: (compared: number) => boolean): Aggregator {
  let best: Value = null;
  let bestText: string | null = null;
  let texts = false;
  let others = false;
  const better = (value: Value, than: Value): boolean => {
    const compared = than === null ? null : compareValues(value, than, 'cast');
    return than === null || (compared !== null && wins(compared));
  };
  return {
    add: (value) => {
      if (value === null) return;
      if (typeof value === 'string') texts = true;
      else others = true;
      if (better(value, best)) best = value;
      const text = textOf(value);
      if (better(text, bestText)) bestText = text;
    },
    result: () => (texts && others ? bestText : best),
  };
}
