/** What `JSON.parse` says of a line: its leaves by dotted name. `ambiguous`: two of its fields have one dotted name. */
export type ParsedLine =
  | { readonly kind: 'event'; readonly leaves: ReadonlyMap<string, unknown>; readonly ambiguous: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused' };

/** As lib/events/line-reader.ts: an object under a longer dotted name stays a value. */
const MAX_PREFIX = 2_048;

export function parsedLine(line: string): ParsedLine {
  if (/^[ \t\r]*$/.test(line)) return { kind: 'blank' };
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return { kind: 'refused' };
  }
  if (!isObject(event)) return { kind: 'refused' };
  const leaves = new Map<string, unknown>();
  let ambiguous = false;
  const visit = (object: Record<string, unknown>, prefix: string): void => {
    for (const key of Object.keys(object)) {
      const name = prefix + key;
      const value = object[key];
      if (isObject(value) && name.length < MAX_PREFIX && Object.keys(value).length > 0) {
        visit(value, `${name}.`);
      } else {
        ambiguous ||= leaves.has(name);
        leaves.set(name, value);
      }
    }
  };
  visit(event, '');
  return { kind: 'event', leaves, ambiguous };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
