/** A Python string literal: JSON's escapes are Python's too (https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences). */
export function pythonString(text: string): string {
  return JSON.stringify(text);
}

/** A literal over several lines that Python reads as exactly this text; it begins and ends on a line of its own. */
export function pythonBlock(text: string): string {
  // A carriage return would be read as a line feed, and a quote at the end would close the literal early.
  const inside = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').replaceAll('\r', '\\r').replaceAll('\0', '\\0').replace(/"$/, '\\"');
  return `"""\\\n${inside}\\\n"""`;
}

/** Lines of comment, whatever the text holds. */
export function pythonComment(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => `# ${line}`.trimEnd());
  return lines.join('\n').replaceAll('\0', '');
}
