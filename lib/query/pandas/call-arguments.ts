import type { Span } from '@/lib/base/span';
import { CellError } from './cell-error';
import type { Scalar } from './scalars';
import type { Series, Value } from './values';

export interface Argument {
  readonly value: Value;
  readonly span: Span;
}

/**
 * What a method was called with, by parameter name. Each method takes what it supports; `done` names the rest in an error.
 * `order` is pandas' own order of the parameters that may come by position.
 */
export class CallArguments {
  private readonly given = new Map<string, Argument>();
  private readonly left: Set<string>;

  constructor(
    readonly method: string,
    readonly span: Span,
    order: readonly string[],
    positional: readonly Argument[],
    named: readonly (Argument & { readonly name: string })[],
  ) {
    positional.forEach((argument, at) => {
      if (at >= order.length) throw new CellError(`${method} takes no such argument`, argument.span);
      this.given.set(order[at], argument);
    });
    for (const { name, ...argument } of named) {
      if (this.given.has(name)) throw new CellError(`${method} got \`${name}\` twice`, argument.span);
      this.given.set(name, argument);
    }
    this.left = new Set(this.given.keys());
  }

  take(name: string): Argument | null {
    this.left.delete(name);
    return this.given.get(name) ?? null;
  }

  need(name: string): Argument {
    const argument = this.take(name);
    if (argument === null) throw new CellError(`${this.method} needs \`${name}\``, this.span);
    return argument;
  }

  /** What nobody took: the new columns of `.agg(…)` and `.assign(…)`. */
  rest(): readonly (readonly [name: string, argument: Argument])[] {
    const left = [...this.given].filter(([name]) => this.left.has(name));
    this.left.clear();
    return left;
  }

  /** @throws CellError for an argument that nobody took */
  done(): void {
    for (const name of this.left) {
      const argument = this.given.get(name);
      throw new CellError(`\`${name}=\` of ${this.method} is not supported`, argument?.span ?? this.span);
    }
  }

  /** For an argument that is only supported at one value, its default or without effect here. */
  ignore(name: string, ...harmless: readonly Scalar[]): void {
    const argument = this.take(name);
    if (argument === null) return;
    const { value } = argument;
    if (value.kind === 'scalar' && (harmless.length === 0 || harmless.includes(value.value))) return;
    throw new CellError(`\`${name}=\` of ${this.method} is not supported with this value`, argument.span);
  }

  text(name: string): string | null {
    const argument = this.take(name);
    return argument === null || isNone(argument) ? null : textOf(argument, `\`${name}\` of ${this.method}`);
  }

  flag(name: string): boolean | null {
    const argument = this.take(name);
    if (argument === null || isNone(argument)) return null;
    if (argument.value.kind === 'scalar' && typeof argument.value.value === 'boolean') return argument.value.value;
    throw new CellError(`\`${name}\` of ${this.method} must be True or False`, argument.span);
  }

  integer(name: string): number | null {
    const argument = this.take(name);
    return argument === null || isNone(argument) ? null : integerOf(argument, `\`${name}\` of ${this.method}`);
  }

  /** A string, or a list or tuple of strings. */
  names(name: string): readonly { readonly name: string; readonly span: Span }[] | null {
    const argument = this.take(name);
    return argument === null || isNone(argument) ? null : namesOf(argument, `\`${name}\` of ${this.method}`);
  }
}

function isNone({ value }: Argument): boolean {
  return value.kind === 'scalar' && value.value === null;
}

export function textOf({ value, span }: Argument, what: string): string {
  if (value.kind === 'scalar' && typeof value.value === 'string') return value.value;
  throw new CellError(`${what} must be a string`, span);
}

export function integerOf({ value, span }: Argument, what: string): number {
  if (value.kind === 'scalar' && typeof value.value === 'number' && Number.isInteger(value.value)) return value.value;
  throw new CellError(`${what} must be a whole number`, span);
}

export function namesOf(argument: Argument, what: string): readonly { readonly name: string; readonly span: Span }[] {
  const { value, span } = argument;
  if (value.kind === 'list') return value.items.map((item) => ({ name: textOf(item, `Each name in ${what}`), span: item.span }));
  return [{ name: textOf(argument, what), span }];
}

export function scalarsOf({ value, span }: Argument, what: string): readonly { readonly value: Scalar; readonly span: Span }[] {
  if (value.kind !== 'list') throw new CellError(`${what} must be a list`, span);
  return value.items.map((item) => {
    if (item.value.kind !== 'scalar') throw new CellError(`${what} must be a list of strings or numbers`, item.span);
    return { value: item.value.value, span: item.span };
  });
}

export function seriesFrom({ value, span }: Argument, what: string): Series {
  if (value.kind === 'series') return value.series;
  throw new CellError(`${what} must be a column`, span);
}
