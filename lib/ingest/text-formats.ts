import { assertNever } from '@/lib/base/assert-never';
import { AuditLines } from './audit-lines';
import { CsvRows } from './csv-rows';
import type { EventLines } from './event-lines';
import { JsonObjects } from './json-objects';
import type { TextKind } from './text-kind';
import type { Transcoder } from './transcoder';

/** What a text that is not one event a line needs to become so; null for what is already, and for what holds no events. */
export function transcoderOf(kind: TextKind, out: EventLines): Transcoder | null {
  switch (kind.format) {
    case 'json-lines':
    case 'no-events':
      return null;
    case 'json-values':
      return new JsonObjects({ kind: 'values' }, out);
    case 'json-array':
      return new JsonObjects({ kind: 'array' }, out);
    case 'json-wrapper':
      return new JsonObjects({ kind: 'wrapper', key: kind.key }, out);
    case 'csv':
      return new CsvRows(kind.dialect, out);
    case 'audit':
      return new AuditLines(out);
    default:
      return assertNever(kind);
  }
}
