'use client';

import { useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { ExportFormat } from '@/lib/engine/export-shapes';
import { trackBusy } from '@/components/ui/busy';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { saveFile } from '@/components/ui/save-file';
import { toFailure } from './failure';

const FORMATS: readonly { readonly format: ExportFormat; readonly name: string }[] = [
  { format: 'pyspark', name: 'PySpark script' },
  { format: 'jupyter', name: 'Jupyter notebook' },
];

/** Takes the analytic, or its whole hunt, to Spark: for a cluster, and for data that no browser holds. */
export function ExportMenu({ engine, analytic }: { readonly engine: Engine; readonly analytic: string }) {
  const [failed, setFailed] = useState<string | null>(null);
  const take = (format: ExportFormat, of: string | null) => {
    setFailed(null);
    const work = engine.exportHunt({ format, analytic: of }).then(
      ({ name, type, text }) => saveFile(name, type, text),
      (error: unknown) => setFailed(toFailure(error).message),
    );
    void trackBusy(work);
  };
  const entries = (of: string | null, what: string): MenuEntry[] =>
    FORMATS.map(({ format, name }) => ({ kind: 'action', label: `${what}: ${name}`, onSelect: () => take(format, of) }));
  return (
    <div className="flex items-center gap-2">
      {failed !== null && (
        <span role="alert" className="text-sm text-danger">
          {failed}
        </span>
      )}
      <Menu
        label="Export for Spark"
        align="end"
        trigger={
          <>
            Export
            <ChevronDownIcon />
          </>
        }
        entries={[...entries(analytic, `Analytic ${analytic}`), { kind: 'rule' }, ...entries(null, 'The whole hunt')]}
      />
    </div>
  );
}
