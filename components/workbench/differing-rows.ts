import type { AnalyticRun, ReadingKind } from '@/lib/engine/engine';

/** A row that some readings give and others do not. */
export interface DifferingRow {
  /** The first reading that has it, and its number there. */
  readonly home: ReadingKind;
  readonly row: number;
  /** All readings that have it. */
  readonly in: ReadonlySet<ReadingKind>;
}

/**
 * The rows in which an analytic's readings differ, each once. A row of one reading is in another unless their difference lists
 * it as its own. A reading that failed is no witness: it is left out, as it has no difference with any.
 */
export function differingRows({ readings, differences }: Pick<AnalyticRun, 'readings' | 'differences'>): readonly DifferingRow[] {
  const kinds = readings.map(({ kind }) => kind);
  const rows: DifferingRow[] = [];
  kinds.forEach((home, place) => {
    const others = kinds.flatMap((other) => {
      const missing = rowsMissingIn(differences, home, other);
      return missing === null ? [] : [{ kind: other, missing: new Set(missing) }];
    });
    const earlier = new Set(kinds.slice(0, place));
    const candidates = new Set(others.flatMap(({ missing }) => [...missing]));
    for (const row of [...candidates].sort((a, b) => a - b)) {
      const has = others.filter(({ missing }) => !missing.has(row)).map(({ kind }) => kind);
      if (!has.some((kind) => earlier.has(kind))) rows.push({ home, row, in: new Set([home, ...has]) });
    }
  });
  return rows;
}

/** Rows of `home` that `other` does not have; null where the two were not compared. */
function rowsMissingIn(differences: AnalyticRun['differences'], home: ReadingKind, other: ReadingKind): readonly number[] | null {
  for (const { left, right, onlyLeft, onlyRight } of differences) {
    if (left === home && right === other) return onlyLeft;
    if (left === other && right === home) return onlyRight;
  }
  return null;
}
