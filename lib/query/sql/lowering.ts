import type { Span } from '@/lib/base/span';
import type { Leg, QueryWarning, Schema } from '@/lib/query/plan';
import { sparkName } from './spark-strings';

/** Other text for a place in the query (of no length: an addition there), with which Spark reads what was read here. */
export interface Rewrite extends Span {
  readonly text: string;
}

/** What is known while one query is lowered: the dataset's fields, the legs so far, what to warn of. */
export class Lowering {
  private readonly found: QueryWarning[] = [];
  private readonly changes = new Map<string, Rewrite>();
  private readonly names = new Set<string>();
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

  /** Notes how Spark would say what stands at a place. A place that is lowered again is noted once. */
  rewrite({ start, end }: Span, text: string): void {
    this.changes.set(`${start}-${end}`, { start, end, text });
  }

  /** Keeps the name of a column of SELECT where a rewrite would change it: `Computer AS Hostname`. */
  keepName({ start, end }: Span, name: string): void {
    const within = this.rewrites().filter((change) => change.start >= start && change.end === end && change.start < end);
    if (within.length > 0 && !within[0].text.endsWith(sparkName(name))) this.rewrite({ start: end, end }, ` AS ${sparkName(name)}`);
  }

  /** In the order of the text. */
  rewrites(): readonly Rewrite[] {
    return [...this.changes.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** Notes what a table is called in the text. */
  noteTable(name: string): void {
    this.names.add(name);
  }

  tables(): readonly string[] {
    return [...this.names];
  }

  /** What stands at a place, on one line. */
  source(span: Span): string {
    return this.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  }
}
