import { describe, expect, it } from 'vitest';
import { highlightPython } from './highlight-python';

const shown = (text: string): string => highlightPython(text).map(({ start, end, kind }) => `${kind}:${text.slice(start, end)}`).join(' ');

describe('highlightPython', () => {
  it.each([
    ["x = df['a'].str.lower() # note", "name:x operator:= name:df string:'a' name:str function:lower comment:# note"],
    ['import pandas as pd', 'keyword:import name:pandas keyword:as name:pd'],
    ['pd.merge(a, b, how=None, n=-1)', 'name:pd function:merge name:a name:b name:how operator:= keyword:None name:n operator:= operator:- number:1'],
    ['~m & (a != True)', 'operator:~ name:m operator:& name:a operator:!= keyword:True'],
    ['lambda x: f(x)', 'keyword:lambda name:x function:f name:x'],
    ['', ''],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });

  it('colours broken text as far as it goes', () => {
    expect(shown("df[['a' = )\n'open")).toMatch(/^name:df string:'a' .*string:'open$/);
  });
});
