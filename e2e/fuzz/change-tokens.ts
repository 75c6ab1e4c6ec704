import type { Random } from '@/lib/sample/random';

/** A string or anything else between two marks of JSON. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

/** Values, good ones and some that only look good. */
const VALUES = [
  ...['0', '-0', '1', '-1', '5140', '9223372036854775808', '1e5', '1E400', '-12.5e+3', '5e-324', '0.1', '01', '1.', '.5', '+1', '-', '1e', '0x10', 'NaN', 'Infinity'],
  ...['true', 'false', 'null', 'True', 'nul', 'truee', 'undefined'],
  ...['""', '"x"', '"\\u00e9"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\""', '"\\\\"', '"\\/"', '"\\u00g0"', '"\\x41"', '"\\', '"é😀"', "'x'", '"\u2028"', '"\ufeff"'],
  ...['{}', '[]', '{"a":{}}', '{"a":{"b":[1,{"c":2}]}}', '[[],{},[1,"x",null]]', '[1,]', '{"a":1,}', '{,}', '[', '{', ']', '}', ' ', '\t', '\ufeff', '\u00a0'],
  ...['"EventID"', '"__proto__"', '"constructor"', '"a"', '"toString"', '"Channel"', '"1"', '"length"', '"\\u0061"'],
];

/** The line with one to three of its tokens replaced by others, doubled or lost: a line that is more often JSON than not. */
export function changeTokens(line: string, random: Random): string {
  const tokens = [...line.matchAll(TOKENS)];
  if (tokens.length === 0) return random.pick(VALUES);
  let changed = line;
  for (let left = random.integer(1, 3); left > 0; left--) {
    const { 0: token, index } = random.pick(tokens);
    // After the first change a place is no longer a token's: any place will do.
    changed = changed.slice(0, index) + replacement(token, random) + changed.slice(index + token.length);
  }
  return changed;
}

function replacement(token: string, random: Random): string {
  switch (random.integer(0, 7)) {
    case 0:
      return `${token},${token}`;
    case 1:
      return `${token}:${token},${token}`;
    case 2:
      return ` \t${token}\r `;
    case 3:
      return `{${token}:${token}}`;
    case 4:
      return `[${token},${token}]`;
    default:
      return random.pick(VALUES);
  }
}
