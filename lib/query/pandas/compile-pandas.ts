import { type Result, err, ok } from '@/lib/base/result';
import type { Query, QueryError, Schema } from '@/lib/query/plan';
import type { Node, Statement } from './ast';
import { CellError } from './cell-error';
import { Context } from './context';
import { warnOfEscapes } from './escape-warnings';
import { Evaluator } from './evaluate';
import { assigned, assignedColumn, datasetFrame } from './frames';
import { withOwnLegs } from './own-legs';
import { readCell } from './read-cell';
import type { Frame, Value } from './values';

/**
 * The code cells of a notebook, one after the other in one text, to the plan of what the last statement shows: its value, or
 * for an assignment the value of that name. `df` is the dataset, `pd`, `np` and `re` are there as if imported.
 * Columns get the type that pandas would infer if `schema` can give them (an EventTable can); else they may hold anything.
 * An error names what is outside the subset, with its place; what pandas would stop at but can be read is a warning.
 */
export function compilePandas(cells: string, schema: Schema): Result<Query, QueryError> {
  try {
    const context = new Context(cells, schema);
    const frame = new CellRunner(context).run(readCell(cells, (source, value, at) => warnOfEscapes(context, source, value, at)));
    let legs = 0;
    // Legs from 0, in the order in which the plan reads them.
    const { plan, columns } = withOwnLegs(frame, () => legs++, false);
    return ok({ plan, columns: columns.map(({ name, expr }) => ({ name, expr })), shown: frame.head, warnings: context.warnings });
  } catch (error) {
    if (error instanceof CellError) return err({ message: error.message, span: error.span });
    throw error;
  }
}

class CellRunner {
  private readonly scope: Map<string, Value>;
  private readonly evaluator: Evaluator;

  constructor(private readonly context: Context) {
    this.scope = new Map<string, Value>([
      ['df', { kind: 'frame', box: { frame: datasetFrame(context, 'df') } }],
      ['pd', { kind: 'module', path: 'pandas' }],
      ['np', { kind: 'module', path: 'numpy' }],
      ['re', { kind: 'module', path: 're' }],
      ...['str', 'int', 'float', 'hex', 'open', 'display', 'print'].map((name): [string, Value] => [name, { kind: 'module', path: `builtins.${name}` }]),
    ]);
    this.evaluator = new Evaluator(context, this.scope);
  }

  run(statements: readonly Statement[]): Frame {
    let last: { readonly value: Value; readonly node: Node } | null = null;
    for (const [at, statement] of statements.entries()) {
      if (statement.kind === 'import') {
        for (const { name, module } of statement.names) this.scope.set(name, { kind: 'module', path: module });
        continue;
      }
      const value = statement.kind === 'expression' && at < statements.length - 1 ? this.aside(statement.value) : this.evaluator.evaluate(statement.value);
      if (value === null) continue;
      last = { value, node: statement.value };
      if (statement.kind === 'assign') {
        for (const target of statement.targets) last = { value: this.assign(target, value, statement.value), node: target };
      }
    }
    if (last === null) throw new CellError('There is no expression whose rows could be shown', { start: 0, end: this.context.source.length });
    return shownFrame(last.value, last.node);
  }

  /** What only looks at something on the way (`df.info()`) is left out where it is not supported; null then. */
  private aside(node: Node): Value | null {
    try {
      return this.evaluator.evaluate(node);
    } catch (error) {
      if (!(error instanceof CellError) || /\binplace\b/.test(this.context.text(node.span))) throw error;
      this.context.warn('left-out', `\`${this.context.text(node.span)}\` is left out, for what follows does not need it: ${error.message}`, node.span);
      return null;
    }
  }

  /** The value that the name on the left has afterwards. */
  private assign(target: Node, value: Value, node: Node): Value {
    if (target.kind === 'name') {
      if (value.kind === 'frame') value.box.frame = { ...value.box.frame, name: target.name };
      this.scope.set(target.name, value);
      return value;
    }
    if (target.kind !== 'subscript' || target.object.kind !== 'name') throw new CellError('Only a name or a column of a named DataFrame can be assigned', target.span);
    const frame = this.evaluator.evaluate(target.object);
    if (frame.kind !== 'frame' || target.index.kind !== 'string') throw new CellError('Only a column can be assigned here', target.span);
    frame.box.frame = assigned(frame.box.frame, assignedColumn(frame.box, target.index.value, value, node.span));
    return frame;
  }
}

/** A DataFrame as it is, a Series as its one column. */
function shownFrame(value: Value, node: Node): Frame {
  if (value.kind === 'frame') return value.box.frame;
  if (value.kind === 'series') return { ...value.series.frame, columns: [value.series.column], indexColumns: 0 };
  const why = value.kind === 'setup' ? ': what it calls is not run here' : '';
  throw new CellError(`The last statement has no rows to show${why}`, node.span);
}
