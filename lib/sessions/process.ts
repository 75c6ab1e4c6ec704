import type { RowId } from '@/lib/base/row-id';

/** A process of a host, as far as the dataset tells of it. */
export interface Process {
  readonly host: string;
  /** Null where only numeric IDs tell of it. */
  readonly guid: string | null;
  readonly pid: number | null;
  readonly image: string | null;
  readonly commandLine: string | null;
  readonly user: string | null;
  readonly parent: Process | null;
  /** How the parent was found: by GUID, or by its numeric ID and the time. */
  readonly parentBy: 'guid' | 'number' | null;
  readonly children: readonly Process[];
  /** Its Sysmon 1, and its 4688. */
  readonly starts: readonly RowId[];
  /** Its Sysmon 5, and its 4689. */
  readonly ends: readonly RowId[];
  /** Milliseconds since 1970: of its start event, else told by its GUID; null: not known. */
  readonly startMillis: number | null;
  /** Events that it wrote, in the order of the dataset, starts and ends too. */
  readonly rows: readonly RowId[];
  /** The first event that tells of it: its own, else that of a child. */
  readonly named: RowId;
}
