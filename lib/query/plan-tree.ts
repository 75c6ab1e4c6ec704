import { assertNever } from '@/lib/base/assert-never';
import type { AggregateCall, Expr, JoinPlan, Leg, Plan, Query } from './plan';

/** One step of a plan as a person reads it, the last one first: 'join', 'ON b.id = a.id', over its inputs. */
export interface PlanStep {
  readonly step: 'show' | 'scan' | 'filter' | 'join' | 'distinct' | 'group' | 'sort' | 'limit' | 'union';
  /** What it does, one thing a line, in the query's own words. */
  readonly lines: readonly string[];
  readonly inputs: readonly PlanStep[];
}

/** A query's plan to look at. `text` is what it was compiled from. */
export function planTree({ plan, columns, shown }: Query, text: string): PlanStep {
  const names = columns.map(({ name, expr }) => {
    const written = wordsOf(expr, text);
    return written === name || written === '' ? name : `${written} AS ${name}`;
  });
  return { step: 'show', lines: [...names, ...(shown === null ? [] : [`the first ${shown} rows`])], inputs: [stepOf(plan, text)] };
}

function stepOf(plan: Plan, text: string): PlanStep {
  const words = (expr: Expr) => wordsOf(expr, text);
  switch (plan.kind) {
    case 'scan':
      return { step: 'scan', lines: [legName(plan.leg)], inputs: [] };
    case 'filter':
      return { step: 'filter', lines: plan.conditions.map((condition) => oneLine(condition.text)), inputs: [stepOf(plan.input, text)] };
    case 'join':
      return { step: 'join', lines: joinLines(plan), inputs: [stepOf(plan.left, text), stepOf(plan.right, text)] };
    case 'distinct':
      return { step: 'distinct', lines: plan.by.map(words), inputs: [stepOf(plan.input, text)] };
    case 'aggregate':
      return { step: 'group', lines: [...plan.keys.map(words), ...plan.aggregates.map((call) => callWords(call, text))], inputs: [stepOf(plan.input, text)] };
    case 'sort':
      return { step: 'sort', lines: plan.by.map(({ expr, descending }) => `${words(expr)}${descending ? ', descending' : ''}`), inputs: [stepOf(plan.input, text)] };
    case 'limit':
      return { step: 'limit', lines: [`${plan.count} rows`], inputs: [stepOf(plan.input, text)] };
    case 'union':
      return { step: 'union', lines: [], inputs: plan.inputs.map((input) => stepOf(input, text)) };
    default:
      return assertNever(plan);
  }
}

const JOINS: Record<JoinPlan['how'], string> = {
  inner: 'pairs that match',
  left: 'pairs that match, and left rows without a match',
  semi: 'left rows that have a match, each once',
  anti: 'left rows without a match',
};

function joinLines({ how, keys, residual, missingKeysMatch }: JoinPlan): string[] {
  const lines = [JOINS[how], ...keys.map((key) => oneLine(key.text)), ...residual.map((condition) => oneLine(condition.text))];
  return missingKeysMatch && keys.length > 0 ? [...lines, 'missing keys match each other'] : lines;
}

function callWords({ fn, of, distinct }: AggregateCall, text: string): string {
  return `${fn}(${distinct ? 'DISTINCT ' : ''}${of === null ? '*' : wordsOf(of, text)})`;
}

/** A field by its name, anything else as written. */
function wordsOf(expr: Expr, text: string): string {
  return expr.kind === 'field' ? expr.name : oneLine(text.slice(expr.span.start, expr.span.end));
}

function legName({ path }: Leg): string {
  return path.join(' › ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
