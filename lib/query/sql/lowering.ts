import type { Span } from '@/lib/base/span';
import type { Leg, QueryWarning, Schema } from '@/lib/query/plan';

/** What is known while one query is lowered: the dataset's fields, the legs so far, what to warn of. */
export class Lowering {
  private readonly found: QueryWarning[] = [];
  private legs = 0;
  private readonly resolved = new Map<string, ReturnType<Schema['resolve']>>();
  readonly schema: Schema;
  constructor(
    schema: Schema,
    private readonly text: string,
  ) {
    this.schema = {
      fields: schema.fields,
      resolve: (wanted) => {
        let match = this.resolved.get(wanted);
        if (match === undefined) this.resolved.set(wanted, (match = schema.resolve(wanted)));
        return match;
      },
    };
  }

  newLeg(alias: string, outside: readonly string[]): Leg {
    return { id: this.newLegId(), alias, path: [...outside, alias] };
  }

  newLegId(): number {
    return this.legs++;
  }

  /** Says each thing once, at its first place. */
  warn(code: string, message: string, span: Span): void {
    if (!this.found.some((warning) => warning.code === code && warning.message === message))
      this.found.push({ code, message, span: { start: span.start, end: span.end } });
  }

  warnings(): readonly QueryWarning[] {
    return this.found;
  }

  /** What stands at a place, on one line. */
  source(span: Span): string {
    return this.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  }
}
