import { eventTableOf } from '@/lib/events/event-table-builder';
import { differenceFrom } from '@/lib/query/pandas/cell-comparison.test-support';
import { PandasJudge } from '@/lib/query/pandas/pandas-judge.test-support';
import { randomCell, randomEvents } from '@/lib/query/pandas/random-cells.test-support';
import type { Random } from '@/lib/sample/random';

export interface PandasVerdicts {
  /** Cells that pandas raised an error for, and that were warned of or refused here. */
  readonly errors: number;
  readonly differences: readonly object[];
}

const CELLS_A_TABLE = 50;

/** Random cells over random events, by Huntbook and by pandas itself: both must give the same rows. */
export async function fuzzPandas(python: string, count: number, random: Random, progress: (done: number) => void = () => undefined): Promise<PandasVerdicts> {
  const judge = new PandasJudge(python);
  const differences: object[] = [];
  let errors = 0;
  for (let done = 0; done < count; done += CELLS_A_TABLE) {
    const lines = randomEvents(random);
    const table = eventTableOf(lines);
    const cells = Array.from({ length: Math.min(CELLS_A_TABLE, count - done) }, () => randomCell(random));
    const verdicts = await judge.judge(lines, cells.map(({ judged }) => judged));
    cells.forEach((cell, at) => {
      if ('error' in verdicts[at]) errors++;
      const difference = differenceFrom(verdicts[at], cell, table);
      if (difference !== null) differences.push({ ...difference, table: done / CELLS_A_TABLE });
    });
    progress(done + cells.length);
  }
  judge.close();
  return { errors, differences };
}
