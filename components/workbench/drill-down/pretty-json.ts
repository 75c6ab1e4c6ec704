/**
 * JSON text with line ends and two spaces a level, as `JSON.stringify` sets it; every value stays as it is written in the text,
 * so integers past 2^53, escapes and repeated keys stay whole. `text` must be valid JSON.
 */
export function prettyJson(text: string): string {
  let out = '';
  let depth = 0;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    switch (char) {
      case '"': {
        const end = endOfString(text, i);
        out += text.slice(i, end);
        i = end - 1;
        break;
      }
      case '{':
      case '[': {
        const next = i + 1 + text.slice(i + 1).search(/\S/);
        if (text[next] === '}' || text[next] === ']') {
          out += char + text[next];
          i = next;
          break;
        }
        depth++;
        out += char + newLine();
        break;
      }
      case '}':
      case ']':
        depth--;
        out += newLine() + char;
        break;
      case ',':
        out += char + newLine();
        break;
      case ':':
        out += ': ';
        break;
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        break;
      default:
        out += char;
    }
  }
  return out;
}

/** The place after the closing quote. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}
