import type { RowId } from '@/lib/base/row-id';
import { startOfGuid } from './process-identity';
import type { Process } from './process';

/** A process while events are still being added to it. */
export interface MadeProcess extends Process {
  pid: number | null;
  image: string | null;
  commandLine: string | null;
  user: string | null;
  parent: MadeProcess | null;
  parentBy: Process['parentBy'];
  readonly children: MadeProcess[];
  readonly starts: RowId[];
  readonly ends: RowId[];
  startMillis: number | null;
  readonly rows: RowId[];
  named: RowId;
}

/** The Sysmon 1 and the 4688 of one start are collected apart. */
export const ONE_START_MILLIS = 10_000;

/** The processes found so far, by GUID, by number and time, and by event. */
export class ProcessBook {
  readonly all: MadeProcess[] = [];
  private readonly byGuid = new Map<string, MadeProcess>();
  /** By host and number, in the order in which they started as far as that is known. */
  private readonly byNumber = new Map<string, MadeProcess[]>();
  private readonly byRow = new Map<RowId, MadeProcess>();

  constructor(private readonly times: Float64Array) {}

  ofEvent(row: RowId): MadeProcess | null {
    return this.byRow.get(row) ?? null;
  }

  /** A new one, that `row` tells of. */
  make(host: string, guid: string | null, row: RowId): MadeProcess {
    const made: MadeProcess = { host, guid, pid: null, image: null, commandLine: null, user: null, parent: null, parentBy: null, children: [], starts: [], ends: [], startMillis: guid === null ? null : startOfGuid(guid), rows: [], named: row };
    this.all.push(made);
    return made;
  }

  withGuid(host: string, guid: string, row: RowId): MadeProcess {
    const key = `${host} ${guid}`;
    const made = this.byGuid.get(key) ?? this.make(host, guid, row);
    this.byGuid.set(key, made);
    return made;
  }

  /** The process of the number at the event's time; a new one where none is known. `image` is asked for only where it is not known yet. */
  withNumber(host: string, pid: number, image: () => string | null, row: RowId): MadeProcess {
    const found = this.running(host, pid, this.times[row]);
    if (found) {
      found.image ??= image();
      return found;
    }
    const made = this.make(host, null, row);
    made.pid = pid;
    made.image = image();
    this.number(made);
    return made;
  }

  /** Makes it known by its number. */
  number(made: MadeProcess): void {
    if (made.pid === null) return;
    const key = `${made.host} ${made.pid}`;
    const same = this.byNumber.get(key);
    if (!same) this.byNumber.set(key, [made]);
    else if (!same.includes(made)) same.push(made);
  }

  wrote(made: MadeProcess, row: RowId): void {
    made.rows.push(row);
    this.byRow.set(row, made);
  }

  setParent(child: MadeProcess, parent: MadeProcess, by: 'guid' | 'number'): void {
    if (child.parent !== null || parent === child) return;
    child.parent = parent;
    child.parentBy = by;
    parent.children.push(child);
  }

  /** The one of the number that ran at a time: the last that had started and had not ended; what began before the dataset last of all. */
  private running(host: string, pid: number, at: number): MadeProcess | null {
    let best: MadeProcess | null = null;
    for (const made of this.byNumber.get(`${host} ${pid}`) ?? []) {
      const start = this.startTime(made);
      const end = made.ends.length === 0 ? Infinity : Math.max(...made.ends.map((row) => this.times[row]));
      if (start <= at + ONE_START_MILLIS && end >= at - ONE_START_MILLIS && (best === null || start >= this.startTime(best))) best = made;
    }
    return best;
  }

  private startTime({ starts }: MadeProcess): number {
    return starts.length > 0 ? this.times[starts[0]] : -Infinity;
  }
}
