/**
 * What cloud exports call the list of events in the object around it: CloudTrail `Records`, Azure diagnostics `records`, Microsoft
 * Graph `value`, wevtutil converters `Events`, Splunk `results`, Loki and others `logs`, `data`, `entries`, `rows`, `items`.
 */
const KEYS: ReadonlySet<string> = new Set(['records', 'events', 'event', 'value', 'results', 'logs', 'data', 'entries', 'rows', 'items']);

/** The wrapper's other values, before the list: plain ones. */
const MAX_OTHERS = 8;

/**
 * The key of the list of events where the text begins with an object around such a list, else null. Nothing but a few plain values
 * may stand before the list, so that an event which holds a list stays an event.
 */
export function wrapperKey(head: string): string | null {
  let at = /^\s*\{/.exec(head)?.[0].length ?? -1;
  for (let others = 0; at >= 0 && others <= MAX_OTHERS; others++) {
    const rest = head.slice(at);
    const list = /^\s*"([^"\\]{1,64})"\s*:\s*\[\s*(?:\{|\])/.exec(rest);
    if (list) return KEYS.has(list[1].toLowerCase()) && !isEvent(head) ? list[1] : null;
    const plain = /^\s*"(?:[^"\\\n]|\\.)*"\s*:\s*(?:"(?:[^"\\\n]|\\.)*"|[-+.\w]+)\s*,/.exec(rest);
    at = plain ? at + plain[0].length : -1;
  }
  return null;
}

/** Whether the first line is an object with more in it than a wrapper says. */
function isEvent(head: string): boolean {
  const line = head.trimStart().split('\n', 1)[0];
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && Object.keys(value).length > 1 + MAX_OTHERS;
  } catch {
    return false;
  }
}
