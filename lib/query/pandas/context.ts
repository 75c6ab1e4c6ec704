import type { Span } from '@/lib/base/span';
import type { LegId, QueryWarning, Schema } from '@/lib/query/plan';
import { inferType, type ColumnType } from './dtype';

/** Where nothing is known: any values, with gaps. */
export const UNKNOWN: ColumnType = { dtype: { kind: 'object', strings: false }, gaps: true };
/** Strings, with gaps. */
export const TEXT: ColumnType = { dtype: { kind: 'object', strings: true }, gaps: true };

/** One compilation: its source, what it may know of the dataset, and what it has to say. */
export class Context {
  readonly warnings: QueryWarning[] = [];
  private readonly types = new Map<string, ColumnType>();
  private legs = 0;

  constructor(
    readonly source: string,
    readonly schema: Schema,
  ) {}

  newLeg(): LegId {
    return this.legs++;
  }

  text(span: Span): string {
    return this.source.slice(span.start, span.end);
  }

  /** Said once, however often the same thing comes up. */
  warn(code: string, message: string, span: Span): void {
    if (this.warnings.some((known) => known.code === code && known.message === message)) return;
    this.warnings.push({ code, message, span });
  }

  /** Of a field by the dataset's own name. */
  fieldType(found: string): ColumnType {
    const known = this.types.get(found);
    if (known !== undefined) return known;
    const values = this.schema.values?.(found) ?? null;
    const type = values === null ? UNKNOWN : inferType(found, values);
    this.types.set(found, type);
    return type;
  }
}
