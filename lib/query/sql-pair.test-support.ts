/** A piece of SQL as Huntbook reads it and as DuckDB does. */
export interface Pair {
  readonly ours: string;
  readonly theirs: string;
}

/** What both read alike is a string. */
export type Sql = string | Pair;

export function oursOf(part: Sql): string {
  return typeof part === 'string' ? part : part.ours;
}

export function theirsOf(part: Sql): string {
  return typeof part === 'string' ? part : part.theirs;
}

/** Puts pieces together: sql`LOWER(${text})`. */
export function sql(texts: TemplateStringsArray, ...parts: Sql[]): Pair {
  const fill = (side: (part: Sql) => string): string => texts.reduce((whole, text, at) => whole + side(parts[at - 1]) + text);
  return { ours: fill(oursOf), theirs: fill(theirsOf) };
}

/** What the two spell differently. */
export function pair(ours: Pair, theirs: Pair): Pair {
  return { ours: ours.ours, theirs: theirs.theirs };
}

export function joined(parts: readonly Sql[], between: string): Pair {
  return { ours: parts.map(oursOf).join(between), theirs: parts.map(theirsOf).join(between) };
}
