'use client';

import type { BaselineDataset, BaselineFile, BaselineRow } from '@/lib/base/baseline';
import { LONGEST_BASELINE, readBaseline, writeBaseline, type BaselineFileProblem } from '@/lib/base/baseline-file';
import type { TimeZone } from '@/lib/base/time-zone';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { saveFile } from '@/components/ui/save-file';
import { FileButton } from '@/components/workbench/file-button';
import type { Marks } from './marks';

const PROBLEMS: Record<BaselineFileProblem, string> = {
  'too-large': 'The file is larger than a baseline may be. Choose a file that was exported here.',
  'not-json': 'The file is no JSON text. Choose a file that was exported here.',
  'not-a-baseline': 'The file holds no baseline. Choose a file that was exported here.',
  'newer-version': 'A newer Huntbook wrote this baseline. Open it there.',
  'bad-row': 'A row of the baseline cannot be read, so none was taken. Export it again where it came from.',
  'bad-mark': 'A mark of the baseline cannot be read, so none was taken. Export it again where it came from.',
};

interface BaselineFilesProps {
  readonly dataset: BaselineDataset;
  readonly zone: TimeZone;
  readonly rows: readonly BaselineRow[];
  readonly marks: Marks;
  readonly onImport: (file: BaselineFile) => void;
  /** Why a file was not taken. */
  readonly onRefused: (words: string) => void;
}

/** Takes the baseline with its marks to a file, and another one here. */
export function BaselineFiles({ dataset, zone, rows, marks, onImport, onRefused }: BaselineFilesProps) {
  const take = async (file: File) => {
    const read = file.size > LONGEST_BASELINE ? ({ ok: false, error: 'too-large' } as const) : readBaseline(await file.text());
    if (read.ok) onImport(read.value);
    else onRefused(PROBLEMS[read.error]);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <FileButton label="Baseline file" accept=".json,application/json" title="Take its marks, and compare its rows with those of this dataset" onFiles={(files) => files.forEach((file) => void trackBusy(take(file)))}>
        Import and compare
      </FileButton>
      <Button
        disabled={rows.length === 0 && marks.length === 0}
        onClick={() => saveFile(`${dataset.name.replace(/\.[^.]*$/, '')}.baseline.json`, 'application/json', writeBaseline({ dataset, zone, rows, marks }))}
      >
        Export
      </Button>
    </div>
  );
}
