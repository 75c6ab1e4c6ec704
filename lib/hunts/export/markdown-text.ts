/** Text as it stands, in a line or a table cell of Markdown: nothing in it is markup, whoever wrote it. */
export function markdownText(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[&<>|`*_[\]\\~!#]/g, (char) => `&#${char.charCodeAt(0)};`)
    // A link is made of an address, too.
    .replace(/:(?=\/\/)|@(?=\w)|(?<=\bwww)\./g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Text as code in a line or a table cell; what code cannot hold there, as text. */
export function markdownCode(text: string): string {
  return /[`|\r\n\t]/.test(text) || text.trim() !== text || text === '' ? markdownText(text) : `\`${text}\``;
}

/** A block of code; its fence is longer than any in the code. */
export function codeFenceOf(code: string, language: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
