import type { Random } from '@/lib/sample/random';
import { RESERVED } from './sql/keywords';
import { tokenize } from './sql/tokens';

/** The same query as somebody else would write it: other case and spaces, comments, the other quotes, names in backticks or quoted after a dot. */
export function restyled(sql: string, random: Random): string {
  const chance = (oneIn: number): boolean => random.integer(1, oneIn) === 1;
  const lower = chance(2);
  const tokens = tokenize(sql).filter(({ kind }) => kind !== 'end');
  const texts = tokens.map(({ kind, text, raw }, at) => {
    const dotted = tokens[at - 1]?.text === '.' && kind === 'word';
    if (dotted && chance(6)) return `\`${text}\``;
    if (dotted && chance(12)) return `'${text}'`;
    if (kind === 'word' && (RESERVED.has(text) || tokens[at + 1]?.text === '(')) return lower ? text.toLowerCase() : text;
    return kind === 'string' && !/["'\\]/.test(raw) && chance(3) ? `"${raw}"` : text;
  });
  const gap = (at: number): string => {
    const written = sql.slice(tokens[at - 1]?.end ?? 0, tokens[at].start);
    if (written === '') return '';
    return chance(20) ? random.pick(['\n', '\t  ', ' /* a note */ ', ' -- a note\n', '\r\n\u00a0']) : written;
  };
  return texts.map((text, at) => gap(at) + text).join('') + (chance(8) ? ' ;' : '');
}
