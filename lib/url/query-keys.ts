import type { AddressKey } from './address-key';
import { readQueryText, writeQueryText } from './query-text';
import type { QueryView } from './view-state';

/** Chat programs and mail cut longer links. */
export const LONGEST_QUERY = 2_000;

/** The query on screen. What is typed may be a value out of the data. */
export const queryKeys: readonly AddressKey[] = [
  {
    key: 'query',
    names: 'the query',
    tellsData: true,
    write: ({ section, query }) => (section === 'query' && query ? writeQuery(query) : null),
    read: (text, state) => {
      const query = readQuery(text);
      return query && { ...state, query };
    },
  },
];

/** Whether a link can hold the query's text; a longer one stays on the device. */
export function fitsLink(text: string): boolean {
  return writeQueryText(text).length <= LONGEST_QUERY;
}

/** 'sql:SELECT_…', 'pandas:df-O…', or 'sql-kept:<16 hex digits>' for a text that stays on the device. */
function writeQuery(query: QueryView): string {
  return query.kind === 'kept' ? `${query.language}-kept:${query.id}` : `${query.language}:${writeQueryText(query.text)}`;
}

function readQuery(written: string): QueryView | null {
  const match = /^(sql|pandas)(-kept)?:(.*)$/s.exec(written);
  if (!match) return null;
  const language = match[1] === 'pandas' ? 'pandas' : 'sql';
  if (match[2] !== undefined) return /^[0-9a-f]{16}$/.test(match[3]) ? { kind: 'kept', language, id: match[3] } : null;
  const text = match[3].length <= 2 * LONGEST_QUERY ? readQueryText(match[3]) : null;
  return text === null ? null : { kind: 'text', language, text };
}
