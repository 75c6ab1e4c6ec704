import type { CompletionPlace, CompletionWord, PlaceValues } from '@/lib/query/completion-place';
import { FRAME_METHODS } from './frame-methods';
import { GROUP_METHODS } from './group-methods';
import { SERIES_METHODS } from './series-methods';
import { STRING_METHODS } from './string-methods';

const METHODS: readonly CompletionWord[] = methodWords([...FRAME_METHODS.keys(), ...SERIES_METHODS.keys(), ...GROUP_METHODS.keys()]);
const STR_METHODS: readonly CompletionWord[] = methodWords([...STRING_METHODS.keys()]);
const KEYWORDS: readonly CompletionWord[] = ['True', 'False', 'None', 'import'].map((word) => ({ label: word, insert: word, kind: 'keyword' }));

/** `['Channel']`, with what may follow a column before it is compared. */
const COLUMN = String.raw`\[\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\](?:\.str\.(lower|upper)\(\))?`;
const COMPARED = new RegExp(String.raw`${COLUMN}\s*(?:==|!=|<=?|>=?)\s*$`);
const LISTED = new RegExp(String.raw`${COLUMN}\s*\.isin\(\s*[[(][^\]()]*$`);
const MATCHED = new RegExp(String.raw`${COLUMN}\s*\.str\.(contains|match|startswith|endswith)\(\s*(?:pat\s*=\s*)?$`);

/** What could stand at `offset` of notebook cells; null inside a comment. */
export function completePandas(text: string, offset: number): CompletionPlace | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const open = openAt(text.slice(lineStart, offset));
  if (open === 'comment') return null;
  if (open !== null) return inString(text, offset, lineStart + open);
  const start = offset - (/[\p{L}\p{N}_]*$/u.exec(text.slice(lineStart, offset))?.[0].length ?? 0);
  const before = text.slice(0, start);
  const place = { start, end: offset, typed: text.slice(start, offset), field: null, waits: false };
  if (/\.str\.$/.test(before)) return { ...place, values: null, words: STR_METHODS };
  if (before.endsWith('.')) return { ...place, values: null, words: METHODS };
  const compared = COMPARED.exec(before) ?? LISTED.exec(before);
  if (compared) {
    return { ...place, values: { ...column(compared), write: (value, isBare) => (isBare ? value : `'${escaped(value, "'")}'`) }, words: [] };
  }
  return { ...place, values: null, waits: true, words: [...namesIn(before), ...KEYWORDS] };
}

/** Where the string begins that the end of a line stands in. */
function openAt(line: string): number | 'comment' | null {
  let open: number | null = null;
  for (let at = 0; at < line.length; at++) {
    const char = line[at];
    if (open === null) {
      if (char === '#') return 'comment';
      if (char === "'" || char === '"') open = at;
    } else if (char === '\\') at++;
    else if (char === line[open]) open = null;
  }
  return open;
}

function inString(text: string, offset: number, open: number): CompletionPlace | null {
  const quote = text[open];
  const before = text.slice(0, open);
  const isRaw = /[^\p{L}\p{N}_][rR]$/u.test(before);
  const line = /[^\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const rest = /^(?:\\.|[^\\'"])*/.exec(line)?.[0].length ?? 0;
  const closes = line[rest] === quote;
  const close = closes ? '' : quote;
  const place = { start: open + 1, end: closes ? offset + rest : offset, typed: text.slice(open + 1, offset), waits: false, words: [] };
  const lead = isRaw ? before.slice(0, -1) : before;
  const write = (value: string): string => `${isRaw ? value : escaped(value, quote)}${close}`;
  const compared = COMPARED.exec(lead) ?? LISTED.exec(lead);
  const matched = MATCHED.exec(lead);
  if (!compared && !matched) return { ...place, field: (name) => write(name), values: null };
  const isPattern = matched !== null && (matched[4] === 'contains' || matched[4] === 'match');
  const written = (value: string): string | null => {
    const wanted = isPattern ? value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&') : value;
    return isRaw && wanted.includes(quote) ? null : write(wanted);
  };
  return { ...place, field: null, values: { ...column(compared ?? matched ?? []), write: written } };
}

function column(match: readonly (string | undefined)[]): Pick<PlaceValues, 'of' | 'cased'> {
  const [, single, double, fn] = match;
  return { of: single ?? double ?? '', cased: (value) => (fn === 'lower' ? value.toLowerCase() : fn === 'upper' ? value.toUpperCase() : value) };
}

function escaped(value: string, quote: string): string {
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return value.replace(/[\\\n\r\t]/g, (char) => named[char] ?? '\\\\').replaceAll(quote, `\\${quote}`);
}

/** What the text assigns, and what is there from the start. */
function namesIn(text: string): CompletionWord[] {
  const assigned = [...text.matchAll(/^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)/gmu)].map(([, name]) => name);
  return [...new Set(['df', 'pd', ...assigned])].map((name) => ({ label: name, insert: name, kind: 'name' }));
}

function methodWords(names: readonly string[]): CompletionWord[] {
  return [...new Set(names)].map((name) => ({ label: name, insert: `${name}(`, kind: 'function' }));
}
