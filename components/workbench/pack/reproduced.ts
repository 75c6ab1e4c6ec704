import type { PackManifest, RowsDigest } from '@/lib/engine/pack-shapes';

/** A reading whose rows are others on the pack's events than the pack states. */
export interface OtherRows {
  readonly analytic: string;
  readonly reading: string;
  readonly stated: number;
  /** Null: it did not run. */
  readonly found: number | null;
}

export function otherRows({ readings }: Pick<PackManifest, 'readings'>, digests: readonly RowsDigest[]): readonly OtherRows[] {
  return readings.flatMap(({ analytic, reading, rows, digest }) => {
    const now = digests.find((each) => each.analytic === analytic && each.reading === reading);
    return now?.digest === digest && now.rows === rows ? [] : [{ analytic, reading, stated: rows, found: now?.rows ?? null }];
  });
}
