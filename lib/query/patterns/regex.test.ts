import { describe, expect, it } from 'vitest';
import { type RegexDialect, translateRegex } from './regex';

function finds(pattern: string, text: string, dialect: RegexDialect): boolean {
  const regex = translateRegex(pattern, dialect);
  if (!regex.ok) throw new Error(regex.error);
  return regex.value.test(text);
}

// What java.util.regex.Pattern's and Python's re documentation say of each construct.
describe('a translated pattern', () => {
  it.each<[RegexDialect, string, string, boolean]>([
    ['java', 'C[$]', '\\\\*\\C$', true],
    ['java', '(?i)powershell', 'PowerShell.exe', true],
    ['java', 'powershell', 'PowerShell.exe', false],
    ['java', '(?is)a.B', 'A\nb', true],
    ['java', 'a.b', 'a\nb', false],
    ['java', '^..[*].([A-Z]|ADMIN)[$]$', '\\\\*\\ADMIN$', true],
    ['java', '\\\\C\\$$', '\\\\*\\C$', true],
    ['java', 'a$', 'a\n', true],
    ['java', 'a\\z', 'a\n', false],
    ['java', 'a\\Z', 'a\n', true],
    ['java', '\\Aa', 'ba', false],
    ['java', '\\Qa.b\\E', 'axb', false],
    ['java', '\\Qa.b\\E+', 'a.bb', true],
    ['java', '\\d+', '٣', false],
    ['java', '[\\d_]+x', '1_x', true],
    ['java', '[^\\W]', '-', false],
    ['java', '\\p{Alpha}', '1', false],
    ['java', '\\P{Alpha}', 'a', false],
    ['java', '[\\p{Punct}]', ']', true],
    ['java', '\\p{L}', 'ä', true],
    ['java', '\\h', '\t', true],
    ['java', '\\x41\\u0042', 'AB', true],
    ['java', '(a)\\1', 'aa', true],
    ['java', 'a{2,3}', 'a', false],
    ['java', '(?<drive>[A-Z]):', 'C:', true],
    ['java', '[a-]', '-', true],
    ['java', 'x\\-y', 'x-y', true],
    ['java', '\\"', '"', true],
    ['java', '}', '}', true],
    ['python', '.*IPC.*', '\\\\*\\IPC$', true],
    ['python', '(?P<a>x)(?P=a)', 'xx', true],
    ['python', 'a\\Z', 'a\n', false],
    ['python', 'a$', 'a\n', true],
    ['python', '\\d', '٣', true],
    ['python', '\\w', 'ä', true],
    ['python', '[^\\w]', 'ä', false],
    ['python', '{', '{', true],
    ['python', 'a{,2}b', 'aab', true],
    ['python', '[]a]', ']', true],
    ['python', '(?#note)a', 'a', true],
    // Judged by Python 3.11: re.search.
    ['python', 'a.b', 'a\rb', true],
    ['python', 'a.b', 'a\nb', false],
    ['python', '(?s)a.b', 'a\nb', true],
    ['python', '(?m)^b', 'a\rb', false],
    ['python', '(?m)^b', 'a\nb', true],
    ['python', '(?m)a$', 'a\nb', true],
    ['python', 'a$', 'a\r\n', false],
    ['python', '\\bä', 'ä', true],
    ['python', 'a\\b', 'aä', false],
    ['python', '\\Bb', 'ab', true],
    ['python', '\\s', '\ufeff', false],
    ['python', '\\s', '\x85', true],
    ['python', '[^\\s]', 'a', true],
    ['python', '\\141', 'a', true],
    ['python', '(?<=ab)c', 'abc', true],
    ['python', '(?<!x)c', 'xc', false],
  ])('%s %j finds in %j: %s', (dialect, pattern, text, found) => {
    expect(finds(pattern, text, dialect)).toBe(found);
  });

  it.each<[RegexDialect, string, string]>([
    ['java', 'a++', 'uses the possessive quantifier ++, which is not supported'],
    ['java', 'a{2}+', 'uses the possessive quantifier {2}+, which is not supported'],
    ['java', '(?>a)', 'uses an atomic group (?>…), which is not supported'],
    ['java', 'a(?i)b', 'sets flags in mid-pattern, which is not supported; set them at its beginning'],
    ['java', '(?x)a', 'uses the flag x, which is not supported'],
    ['java', '[a&&b]', 'intersects classes with &&, which is not supported'],
    ['java', '[a[b]]', 'has a class inside a class, which is not supported; write \\[ for the character'],
    ['java', '[a', 'has a class [ that is not closed'],
    ['java', 'a\\', 'ends in a backslash'],
    ['java', '\\y', 'uses the escape \\y, which is not supported'],
    ['java', '(a', 'is not valid'],
    ['python', '(?<n>a)', 'has a group (?<…>, which Python does not know; write (?P<…>)'],
    ['python', '(?<=a+)b', 'looks behind by a varying length, which Python refuses'],
    ['python', '\\e', 'uses the escape \\e, which is not supported'],
    ['python', 'a\\z', 'uses the escape \\z, which is not supported'],
  ])('%s names what is wrong with %j', (dialect, pattern, why) => {
    const regex = translateRegex(pattern, dialect);
    expect(regex.ok ? null : regex.error).toBe(`The regular expression ${JSON.stringify(pattern)} ${why}`);
  });
});
