import { describe, expect, it } from 'vitest';
import { Context } from './context';
import { warnOfEscapes } from './escape-warnings';
import { readString } from './literals';

function warningsOf(source: string): readonly (readonly [code: string, message: string, place: string])[] {
  const context = new Context(source, { fields: [], resolve: () => ({ found: null, how: 'absent', alsoByCase: [] }) });
  warnOfEscapes(context, source, readString(source, 0), 0);
  return context.warnings.map(({ code, message, span }) => [code, message.split('. A backslash')[0], source.slice(span?.start, span?.end)]);
}

/* What each text stands for was judged by Python 3.11 (ast.literal_eval); which of them its author hardly meant, by reasoning. */
describe('a string whose escapes are hardly meant', () => {
  it.each([
    [String.raw`'c:\\windows\\\vbscript.dll'`, 'escape-read', String.raw`Python reads \v as a vertical tab: this text stands for c:\windows\␋bscript.dll`, String.raw`\v`],
    [String.raw`'wbem\\\wbemdisp.dll'`, 'escape-kept', String.raw`Python knows no escape \w after another backslash, so there are two in a row: this text stands for wbem\\wbemdisp.dll`, String.raw`\w`],
    [String.raw`'\pshost'`, 'escape-kept', String.raw`Python knows no escape \p and keeps its backslash: this text stands for \pshost`, String.raw`\p`],
    [String.raw`'\C$'`, 'escape-kept', String.raw`Python knows no escape \C and keeps its backslash: this text stands for \C$`, String.raw`\C`],
    [String.raw`'c:\temp'`, 'escape-read', String.raw`Python reads \t as a tab: this text stands for c:␉emp`, String.raw`\t`],
    [String.raw`'\bpowershell\b'`, 'escape-read', String.raw`Python reads \b as a backspace: this text stands for ␈powershell␈`, String.raw`\b`],
  ])('%s', (source, code, message, place) => {
    expect(warningsOf(source)).toEqual([[code, message, place]]);
  });

  it.each([String.raw`'\\C$'`, String.raw`r'\vbscript\w'`, String.raw`'a\nb\tc'`, String.raw`'\d+\.exe$'`, String.raw`'it\'s'`, String.raw`'c:\\a\\b'`, String.raw`'\x41\u0041\101'`])('is not %s', (source) => {
    expect(warningsOf(source)).toEqual([]);
  });
});
