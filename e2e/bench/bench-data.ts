import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { sharedPath } from '@/lib/shared-data.test-support';
import { ARCHIVE_NAME } from './bench-files';


export interface BenchData {
  readonly archive: string;
  readonly archiveBytes: number;
  /** The member of the archive, as a file: what the tools that know no archives are given. */
  readonly inflated: string;
  readonly inflatedBytes: number;
  remove(): void;
}

/** The public dataset beside the repository, and its member inflated into a temporary folder. Null where the dataset is missing. */
export async function prepareBenchData(): Promise<BenchData | null> {
  const archive = sharedPath(`datasets/${ARCHIVE_NAME}`);
  if (archive === null) return null;
  const packed = readFileSync(archive);
  const zip = await JSZip.loadAsync(packed);
  const [member] = zip.file(/\.json$/);
  const bytes = await member.async('uint8array');
  const folder = mkdtempSync(join(tmpdir(), 'huntbook-bench-'));
  const inflated = join(folder, 'events.json');
  writeFileSync(inflated, bytes);
  const remove = () => rmSync(folder, { recursive: true });
  return { archive, archiveBytes: packed.length, inflated, inflatedBytes: bytes.length, remove };
}
