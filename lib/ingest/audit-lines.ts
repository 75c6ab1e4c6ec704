import type { EventLines } from './event-lines';
import type { Transcoder } from './transcoder';

/** The beginning of a record of the Linux audit daemon: `[node=HOST] type=TYPE msg=audit(SECONDS.MILLIS:SERIAL):` (auditd.conf(5)). */
export const AUDIT_LINE = /^(?:node=(\S+) )?type=(\S+) msg=audit\((\d+)(?:\.(\d+))?:(\d+)\):/;

/** `key=value`, where the value may be quoted either way; kernel records put `:` or `,` behind some. */
const PAIR = /(?<=^|\s)([^\s=]+)=(?:"([^"]*)"|'([^']*)'|([^\s]*))/g;

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;

/** The arguments of a system call are hexadecimal, whatever their digits. */
const HEXADECIMAL = /^a\d+$/;

/** A line that is longer is no record. */
const MAX_LINE_CHARACTERS = 16 * 1024 * 1024;

/**
 * Makes an object of each audit record: `type`, `node`, the time as `@timestamp`, `serial` (which the records of one event share), then
 * its keys. The keys inside a quoted `msg='…'` stand beside the others, as ausearch has them.
 */
export class AuditLines implements Transcoder {
  private readonly decoder = new TextDecoder();
  private pending = '';
  private line = 1;

  constructor(private readonly out: EventLines) {}

  push(bytes: Uint8Array): void {
    const lines = (this.pending + this.decoder.decode(bytes, { stream: true })).split('\n');
    this.pending = lines.pop() ?? '';
    for (const line of lines) this.take(line);
    if (this.pending.length > MAX_LINE_CHARACTERS) {
      this.out.refuse(this.line, 'a line that does not end', this.pending);
      this.pending = '';
    }
  }

  end(): void {
    this.take(this.pending + this.decoder.decode());
  }

  private take(text: string): void {
    const record = text.trimEnd();
    if (record !== '') {
      const json = auditRecord(record);
      if (json === null) this.out.refuse(this.line, 'not an audit record', record);
      else this.out.event(json, this.line, record);
    }
    this.line++;
  }
}

/** The record as JSON; null if the line is none. */
export function auditRecord(text: string): string | null {
  const head = AUDIT_LINE.exec(text);
  if (!head) return null;
  const [{ length }, node, type, seconds, fraction = '', serial] = head;
  const time = new Date(Number(seconds) * 1_000);
  if (Number.isNaN(time.getTime())) return null;
  const fields = new Map([['type', JSON.stringify(type)]]);
  if (node !== undefined) fields.set('node', JSON.stringify(node));
  fields.set('@timestamp', JSON.stringify(`${time.toISOString().slice(0, 19)}.${fraction.padEnd(3, '0')}Z`));
  fields.set('serial', INTEGER.test(serial) ? serial : JSON.stringify(serial));
  addPairs(fields, text.slice(length));
  return `{${[...fields].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
}

/** The first of two equal keys stays. */
function addPairs(fields: Map<string, string>, text: string): void {
  // An enriched record (log_format = ENRICHED) puts what was looked up behind a group separator.
  for (const [, key, quoted, nested, bare] of text.replaceAll('\u001d', ' ').matchAll(PAIR)) {
    if (nested !== undefined && nested.includes('=')) addPairs(fields, nested);
    else if (!fields.has(key)) fields.set(key, valueJson(key, quoted ?? nested, bare ?? ''));
  }
}

function valueJson(key: string, quoted: string | undefined, bare: string): string {
  if (quoted !== undefined) return JSON.stringify(quoted);
  return INTEGER.test(bare) && !HEXADECIMAL.test(key) ? bare : JSON.stringify(bare);
}
