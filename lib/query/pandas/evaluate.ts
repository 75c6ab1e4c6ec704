import { assertNever } from '@/lib/base/assert-never';
import type { Span } from '@/lib/base/span';
import type { CallNode, Node, PythonComparison, SubscriptNode } from './ast';
import { type Argument, CallArguments, integerOf, namesOf, seriesFrom, textOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { FRAME_METHODS, callFrameMethod } from './frame-methods';
import { columnOf, datasetFrame, filtered, projected, seriesOf } from './frames';
import { GROUP_METHODS, callGroupMethod, selectOfGroups } from './group-methods';
import { combine, compare, conditionsOf, invert } from './masks';
import { mergeFrames } from './merge';
import type { Scalar } from './scalars';
import { SERIES_METHODS, callSeriesMethod } from './series-methods';
import { STRING_METHODS, callStringMethod, element } from './string-methods';
import type { Frame, Series, Value } from './values';

/** What the names of a cell stand for. */
export type Scope = ReadonlyMap<string, Value>;

/** What an expression stands for. @throws CellError for what is unknown or outside the subset */
export class Evaluator {
  constructor(
    private readonly context: Context,
    private readonly scope: Scope,
  ) {}

  evaluate(node: Node): Value {
    switch (node.kind) {
      case 'name':
        return this.name(node.name, node.span);
      case 'string':
      case 'number':
      case 'boolean':
        return { kind: 'scalar', value: node.value };
      case 'none':
        return { kind: 'scalar', value: null };
      case 'list':
      case 'tuple':
        return { kind: 'list', items: node.items.map((item) => this.argument(item)) };
      case 'dict':
        return { kind: 'dict', entries: node.entries.map(({ key, value }) => ({ key: this.text(key), value: this.text(value) })) };
      case 'attribute':
        return this.attribute(this.evaluate(node.object), node.name, node.nameSpan, node.span);
      case 'subscript':
        return this.subscript(node);
      case 'call':
        return this.call(node);
      case 'invert':
        return { kind: 'series', series: invert(this.context, this.series(node.operand), node.span) };
      case 'negate':
        return { kind: 'scalar', value: this.negative(node.operand) };
      case 'mask':
        return { kind: 'series', series: combine(this.context, node.op, this.series(node.left), this.series(node.right), node.span) };
      case 'compare':
        return { kind: 'series', series: this.comparison(node.op, node.left, node.right, node.span) };
      default:
        return assertNever(node);
    }
  }

  private argument(node: Node): Argument {
    return { value: this.evaluate(node), span: node.span };
  }

  private text(node: Node): string {
    return textOf(this.argument(node), 'A name');
  }

  private series(node: Node): Series {
    return { ...seriesFrom(this.argument(node), `\`${this.context.text(node.span)}\``), span: node.span };
  }

  private negative(node: Node): number | bigint {
    const value = this.evaluate(node);
    if (value.kind === 'scalar' && (typeof value.value === 'number' || typeof value.value === 'bigint')) return -value.value;
    throw new CellError('`-` is supported before a number only', node.span);
  }

  private name(name: string, span: Span): Value {
    const value = this.scope.get(name);
    // After `from … import *` any name may be there.
    if (value === undefined && this.scope.has('*')) return { kind: 'setup' };
    if (value === undefined) throw new CellError(`NameError: name '${name}' is not defined`, span);
    return value;
  }

  private attribute(object: Value, name: string, nameSpan: Span, span: Span): Value {
    switch (object.kind) {
      case 'module':
        if (/^(numpy|math)$/.test(object.path) && name.toLowerCase() === 'nan') return { kind: 'scalar', value: null };
        return { kind: 'module', path: `${object.path}.${name}` };
      case 'setup':
        return object;
      case 'series':
        if (name === 'str') return { kind: 'str', series: object.series };
        throw new CellError(`\`.${name}\` is not supported`, nameSpan);
      case 'frame':
        if (object.box.frame.columns.some((column) => column.name === name)) return this.column(object.box.frame, name, span);
        if (name === 'loc') return { kind: 'loc', frame: object.box.frame };
        throw new CellError(`\`.${name}\` is not supported`, nameSpan);
      default:
        throw new CellError(`\`.${name}\` is not supported here`, nameSpan);
    }
  }

  private column(frame: Frame, name: string, span: Span): Value {
    return { kind: 'series', series: seriesOf(frame, columnOf(this.context, frame, name, span), span) };
  }

  private subscript(node: SubscriptNode): Value {
    const object = this.evaluate(node.object);
    if (object.kind === 'setup') return object;
    const index = this.argument(node.index);
    switch (object.kind) {
      case 'loc':
        return this.located(object.frame, index, node.span);
      case 'frame':
        return this.frameSubscript(object.box.frame, index, node.span);
      case 'series': {
        const { series } = object;
        const frame = this.filtered(series.frame, index);
        return { kind: 'series', series: seriesOf(frame, series.column, node.span) };
      }
      case 'str':
        return { kind: 'series', series: element(this.context, object.series, integerOf(index, 'The place in `.str[…]`'), node.span) };
      case 'groups':
        return { kind: 'groups', groups: selectOfGroups(this.context, object.groups, index) };
      default:
        throw new CellError('`[…]` is not supported here', node.span);
    }
  }

  /** `frame['a']`, `frame[['a', 'b']]` or `frame[mask]` */
  private frameSubscript(frame: Frame, index: Argument, span: Span): Value {
    if (index.value.kind === 'scalar') return this.column(frame, textOf(index, 'The name of a column'), span);
    if (index.value.kind === 'list') return framed(projected(this.context, frame, namesOf(index, 'The list of columns')));
    return framed(this.filtered(frame, index));
  }

  /** `frame.loc[mask]`, `frame.loc[mask, 'a']` or `frame.loc[mask, ['a', 'b']]` */
  private located(frame: Frame, index: Argument, span: Span): Value {
    const { value } = index;
    if (value.kind === 'series') return framed(this.filtered(frame, index));
    if (value.kind !== 'list' || value.items.length !== 2 || value.items[0].value.kind !== 'series') throw new CellError('`.loc` is supported with a mask, and columns after it', index.span);
    const [mask, columns] = value.items;
    return this.frameSubscript(this.filtered(frame, mask), columns, span);
  }

  private filtered(frame: Frame, index: Argument): Frame {
    const mask = { ...seriesFrom(index, 'What stands in `[…]`'), span: index.span };
    return filtered(frame, mask, conditionsOf(this.context, mask));
  }

  private comparison(op: PythonComparison, leftNode: Node, rightNode: Node, span: Span): Series {
    const left = this.argument(leftNode);
    const right = this.argument(rightNode);
    if (left.value.kind === 'series') return compare(this.context, op, left.value.series, operand(right), span);
    return compare(this.context, MIRRORED[op], seriesFrom(right, 'One side of a comparison'), operand(left), span);
  }

  private call(node: CallNode): Value {
    const { callee } = node;
    if (callee.kind === 'name') return this.namedCall(node, this.evaluate(callee));
    if (callee.kind !== 'attribute') throw new CellError(`\`${this.context.text(callee.span)}(…)\` is not supported`, callee.span);
    const object = this.evaluate(callee.object);
    const method = callee.name;
    switch (object.kind) {
      case 'frame':
        return this.finished(this.argumentsOf(node, method, FRAME_METHODS, '.'), (args) => callFrameMethod(this.context, object.box.frame, method, args));
      case 'series':
        return this.finished(this.argumentsOf(node, method, SERIES_METHODS, '.'), (args) => callSeriesMethod(this.context, object.series, method, args));
      case 'str':
        return this.finished(this.argumentsOf(node, method, STRING_METHODS, '.str.'), (args) => ({
          kind: 'series',
          series: callStringMethod(this.context, object.series, method, args),
        }));
      case 'groups':
        return this.finished(this.argumentsOf(node, method, GROUP_METHODS, '.'), (args) => framed(callGroupMethod(this.context, object.groups, method, args)));
      case 'module':
        return this.moduleCall(node, `${object.path}.${method}`);
      case 'setup':
        return object;
      default:
        throw new CellError(`\`.${method}\` is not supported here`, callee.nameSpan);
    }
  }

  private finished(args: CallArguments, call: (args: CallArguments) => Value): Value {
    const value = call(args);
    args.done();
    return value;
  }

  private argumentsOf(node: CallNode, method: string, known: ReadonlyMap<string, readonly string[]>, prefix: string): CallArguments {
    const order = known.get(method);
    const at = node.callee.kind === 'attribute' ? node.callee.nameSpan : node.callee.span;
    if (order === undefined) throw new CellError(`\`${prefix}${method}\` is not supported`, at);
    return new CallArguments(
      `\`${prefix}${method}\``,
      node.span,
      order,
      node.args.map((arg) => this.argument(arg)),
      node.keywords.map((keyword) => ({ name: keyword.name, value: this.evaluate(keyword.value), span: keyword.span })),
    );
  }

  /** `display(frame)`, or a function that was imported by its name. */
  private namedCall(node: CallNode, callee: Value): Value {
    if (callee.kind === 'setup') return callee;
    if (callee.kind !== 'module') throw new CellError(`\`${this.context.text(node.callee.span)}(…)\` is not supported`, node.callee.span);
    const shows = callee.path === 'builtins.display' || callee.path === 'builtins.print';
    return shows && node.args.length === 1 && node.keywords.length === 0 ? this.evaluate(node.args[0]) : this.moduleCall(node, callee.path);
  }

  /** `pd.merge(…)`, and `read_json(…)` of any module, which is the dataset that is open. */
  private moduleCall(node: CallNode, path: string): Value {
    if (path === 'pandas.merge') {
      const order = ['left', ...(FRAME_METHODS.get('merge') ?? [])];
      return this.finished(this.argumentsOf(node, 'merge', new Map([['merge', order]]), '.'), (args) => {
        const left = args.need('left');
        if (left.value.kind !== 'frame') throw new CellError('Only a DataFrame can be merged', left.span);
        return framed(mergeFrames(this.context, left.value.box.frame, args.need('right'), args));
      });
    }
    if (/^pandas\.(.*\.)?read_json$/.test(path)) return framed(datasetFrame(this.context, 'df'));
    if (path === 'pandas.set_option' || !/^(pandas|numpy|re|builtins)\./.test(path)) return { kind: 'setup' };
    throw new CellError(`\`${this.context.text(node.callee.span)}(…)\` is not supported`, node.callee.span);
  }
}

const MIRRORED: Readonly<Record<PythonComparison, PythonComparison>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function operand({ value, span }: Argument): Series | { readonly scalar: Scalar; readonly span: Span } {
  if (value.kind === 'series') return value.series;
  if (value.kind === 'scalar') return { scalar: value.value, span };
  throw new CellError('A column is compared with a value or another column', span);
}

function framed(frame: Frame): Value {
  return { kind: 'frame', box: { frame } };
}
