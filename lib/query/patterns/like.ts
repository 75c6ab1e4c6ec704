/**
 * A LIKE pattern as a test of a whole text: `%` is any run, `_` any one character (code point), `\` before `%`, `_` or `\` takes
 * that character literally and is itself before anything else.
 */
export function likeTest(pattern: string): (text: string) => boolean {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    const next = pattern[at + 1];
    if (char === '\\' && (next === '%' || next === '_' || next === '\\')) {
      source += literal(next);
      at++;
    } else if (char === '%') {
      // A run of `%` means what one means; left as it is, it would make the engine try every split.
      if (!source.endsWith('.*')) source += '.*';
    } else if (char === '_') source += '.';
    else source += literal(char);
  }
  const regex = new RegExp(`^${source}$`, 'su');
  return (text) => regex.test(text);
}

function literal(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
