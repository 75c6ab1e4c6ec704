import { describe, expect, it } from 'vitest';
import { type PastQuery, queryId, readHistory, withQuery } from './query-history';

const query = (text: string, at = 0, language: PastQuery['language'] = 'sql'): PastQuery => ({ id: queryId({ language, text }), language, text, at, rows: 1 });

describe('withQuery', () => {
  it('puts the newest first, each text once', () => {
    expect(withQuery([query('a', 1), query('b', 2)], query('b', 3)).map(({ text, at }) => [text, at])).toEqual([['b', 3], ['a', 1]]);
  });

  it('keeps the last fifty of each language', () => {
    let past: readonly PastQuery[] = [query('df', 0, 'pandas')];
    for (let i = 0; i < 60; i++) past = withQuery(past, query(`q${i}`, i));
    expect(past.length).toBe(51);
    expect(past[49].text).toBe('q10');
    expect(past[50].language).toBe('pandas');
  });

  it('lets old ones go where long ones would fill the browser\u2019s room', () => {
    const past = withQuery([query('a'.repeat(600_000)), query('b')], query('c'.repeat(600_000)));
    expect(past.map(({ text }) => text[0])).toEqual(['c']);
  });
});

describe('readHistory', () => {
  it('reads back what was written', () => expect(readHistory(JSON.stringify([query('a'), query('df', 2, 'pandas')]))).toEqual([query('a'), query('df', 2, 'pandas')]));

  it.each([[null], [''], ['{'], ['{}'], ['[null, 1, {}]'], [JSON.stringify([{ ...query('a'), id: 'x' }])], [JSON.stringify([{ ...query('a'), language: 'spark' }])]])('takes %s for nothing', (text) =>
    expect(readHistory(text)).toEqual([]),
  );
});

it('names a text by its language too', () => {
  expect(queryId({ language: 'sql', text: 'df' })).toMatch(/^[0-9a-f]{16}$/);
  expect(queryId({ language: 'sql', text: 'df' })).not.toBe(queryId({ language: 'pandas', text: 'df' }));
});
