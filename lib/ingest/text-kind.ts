import { AUDIT_LINE } from './audit-record';
import { csvDialect, type CsvDialect } from './csv-dialect';
import { wrapperKey } from './json-wrapper';

/** What the beginning of a text says that it is. `what` finishes the sentence "it is …". */
export type TextKind =
  | { readonly format: 'json-lines' | 'json-values' | 'json-array' | 'audit' | 'no-events'; readonly what: string }
  /** One object whose value `key` is the array of events. */
  | { readonly format: 'json-wrapper'; readonly what: string; readonly key: string }
  | { readonly format: 'csv'; readonly what: string; readonly dialect: CsvDialect };

/** `head` is the text's beginning, without a byte order mark; `isWhole`: all of it. */
export function textKind(head: string, isWhole: boolean): TextKind {
  const lines = head.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) return noEvents('empty');
  const first = lines[0];
  if (first.startsWith('{')) return objectsKind(head, lines, isWhole);
  if (first.startsWith('[')) {
    const inside = head.slice(head.indexOf('[') + 1).trimStart();
    if (inside.startsWith('{')) return { format: 'json-array', what: 'a JSON array' };
    if (/^["\d[\]tfn-]/.test(inside) && isWhole && isJson(head)) return noEvents('a JSON array without objects');
  }
  if (lines.filter((line) => line.startsWith('{')).length * 2 >= lines.length) return JSON_LINES;
  if (/^<(!doctype html|html)/i.test(first)) return noEvents('a web page (HTML)');
  if (first.startsWith('<')) return noEvents('XML');
  if (AUDIT_LINE.test(first)) return { format: 'audit', what: 'a Linux audit log' };
  const dialect = csvDialect(head, isWhole);
  if (dialect) return { format: 'csv', what: dialect.delimiter === '\t' ? 'tab-separated values' : 'comma-separated values', dialect };
  return noEvents('text that is neither JSON, CSV nor an audit log');
}

const JSON_LINES: TextKind = { format: 'json-lines', what: 'newline-delimited JSON' };

/** A text that begins with an object. Whole objects on lines of their own win: those need no scanner. */
function objectsKind(head: string, lines: readonly string[], isWhole: boolean): TextKind {
  const key = wrapperKey(head);
  if (key !== null) return { format: 'json-wrapper', what: 'a JSON object around a list of events', key };
  const starts = head.split('\n').filter((line) => line.startsWith('{'));
  if (starts.some((line) => isJson(line))) return JSON_LINES;
  const values: TextKind = { format: 'json-values', what: 'JSON objects one after the other' };
  if (/\}\s*(?:,\s*)?\{/.test(lines[0])) return values;
  // One line that goes on beyond the head is an event like any other.
  if (lines.length === 1 && !isWhole) return JSON_LINES;
  return lines[0].endsWith('}') ? JSON_LINES : values;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function noEvents(what: string): TextKind {
  return { format: 'no-events', what };
}
