'use client';

import { useState } from 'react';
import type { Engine, ReadingRun } from '@/lib/engine/engine';
import type { ExportFormat } from '@/lib/engine/export-shapes';
import { trackBusy } from '@/components/ui/busy';
import { saveFile } from '@/components/ui/save-file';
import { ExportButton } from './exports/export-button';
import { HUNT_FILES, rowChoices, ruleChoices, type ExportChoice } from './exports/export-choices';
import { toFailure } from './failure';
import { makePack } from './pack/open-pack';
import { pseudonymsOpen } from './pseudonyms/pseudonyms-open';
import { shownRows } from './tables/shown-table';
import { useTablesPlace } from './tables/tables-context';

interface ExportMenuProps {
  readonly engine: Engine;
  readonly analytic: string;
  /** The reading on screen. */
  readonly run: ReadingRun;
  /** A lesson keeps back what tells of the whole hunt, and of all readings. */
  readonly isHiding: boolean;
}

/** Takes the reading, its analytic or the whole hunt elsewhere: rows to other tools, rules to detection systems, the hunt to Spark. */
export function ExportMenu({ engine, analytic, run, isHiding }: ExportMenuProps) {
  const { view } = useTablesPlace();
  const [failed, setFailed] = useState<string | null>(null);
  const take = (format: ExportFormat, of: string | null) => {
    setFailed(null);
    const work = engine.exportHunt({ format, analytic: of }).then(
      ({ name, type, text }) => saveFile(name, type, text),
      (error: unknown) => setFailed(toFailure(error).message),
    );
    void trackBusy(work);
  };
  const reading = { analytic, reading: run.kind };
  const files = (of: string | null, what: string): readonly ExportChoice[] =>
    HUNT_FILES.filter(({ ofAnalytic }) => ofAnalytic || of === null).map(({ format, name }) => ({ name: `${what}: ${name}`, run: () => take(format, of) }));
  const groups = [
    isHiding ? [] : [{ name: 'Evidence pack…', run: () => makePack(analytic) }],
    run.rowCount > 0 ? rowChoices(engine, shownRows(view, reading, run.columns)) : [],
    run.error === null ? ruleChoices(engine, reading) : [],
    ...(isHiding ? [] : [files(analytic, `Analytic ${analytic}`), files(null, 'The whole hunt'), [{ name: 'Pseudonyms…', run: () => pseudonymsOpen.set(true) }]]),
  ];
  return (
    <div className="flex items-center gap-2">
      {failed !== null && (
        <span role="alert" className="text-sm text-danger">
          {failed}
        </span>
      )}
      <ExportButton groups={groups} />
    </div>
  );
}
