'use client';

import type { Engine } from '@/lib/engine/engine';
import type { TranslatedReading, TranslationRequest } from '@/lib/engine/export-shapes';
import type { RecordsRequest } from '@/lib/engine/record-shapes';
import { trackBusy } from '@/components/ui/busy';
import { saveFile } from '@/components/ui/save-file';
import { sharedState } from '@/components/ui/shared-state';
import { toFailure } from '@/components/workbench/failure';

/** What the dialog shows. */
export type ExportRun =
  | { readonly kind: 'writing'; readonly request: RecordsRequest; readonly done: number; readonly records: number }
  | { readonly kind: 'saved'; readonly request: RecordsRequest; readonly name: string; readonly records: number; readonly leftOut: number }
  | { readonly kind: 'translated'; readonly request: TranslationRequest; readonly translation: TranslatedReading }
  | { readonly kind: 'failed'; readonly message: string };

export const exportRun = sharedState<ExportRun | null>(null);
let number = 0;

/** Writes the records and saves them as a file; only the file's parts are held here. */
export function saveRecords(engine: Engine, request: RecordsRequest): void {
  const mine = begin({ kind: 'writing', request, done: 0, records: 0 });
  const work = async () => {
    const parts: Blob[] = [];
    let [records, leftOut] = [0, 0];
    for (let next = 0; mine === number; next++) {
      const part = await engine.exportRecords(request, next);
      parts.push(part.bytes);
      records += part.records;
      leftOut += part.leftOut;
      if (mine !== number) return;
      if (part.isDone) {
        saveFile(part.name, part.type, new Blob(parts));
        exportRun.set({ kind: 'saved', request, name: part.name, records, leftOut });
        return;
      }
      exportRun.set({ kind: 'writing', request, done: part.done, records });
    }
  };
  watch(work(), mine);
}

export function showTranslation(engine: Engine, request: TranslationRequest): void {
  const mine = begin(null);
  const work = engine.translateReading(request).then((translation) => {
    if (mine === number) exportRun.set({ kind: 'translated', request, translation });
  });
  watch(work, mine);
}

/** Cancels what is being written. */
export function closeRun(): void {
  begin(null);
}

function begin(first: ExportRun | null): number {
  number++;
  exportRun.set(first);
  return number;
}

function watch(work: Promise<void>, mine: number): void {
  const watched = work.catch((error: unknown) => {
    if (mine === number) exportRun.set({ kind: 'failed', message: toFailure(error).message });
  });
  void trackBusy(watched);
}
