import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { EventTable } from '@/lib/events/event-table';
import type { ReadingKind } from './hunt-document';
import type { HuntResult, ReadingResult } from './hunt-result';
import { readHuntDocument } from './read-hunt-document';

/** A file of the repository, by its path from the root. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export const smbHunt = readHuntDocument(readFileSync(repositoryPath('public/hunts/smb-create-remote-file.md'), 'utf8'));

/** The events of an archive's first JSON member. */
export async function tableOfZip(path: string): Promise<EventTable> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const member = Object.values(zip.files).find((file) => !file.dir && !file.name.startsWith('__MACOSX'));
  if (!member) throw new Error(`${path} is empty`);
  return eventTableOf(await member.async('uint8array'));
}

export function readingOf(result: HuntResult, analytic: string, kind: ReadingKind): ReadingResult {
  const reading = result.analytics
    .find((candidate) => candidate.analytic.id === analytic)
    ?.readings.find((candidate) => candidate.kind === kind);
  if (!reading) throw new Error(`no ${kind} reading of ${analytic}`);
  return reading;
}

export function rowsOf(reading: ReadingResult): (string | null)[][] {
  const { table } = reading;
  if (table === null) throw new Error(reading.reason ?? 'it did not run');
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}
