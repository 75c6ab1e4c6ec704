/**
 * How a text may stand in JSON: as JSON.stringify writes it; with `\u` for what is not ASCII, as Python's json does; with `\u` for the
 * characters that PowerShell 5's ConvertTo-Json escapes, too; with `\/`, as PHP does. A text with quotes may also be a stretch of the line itself.
 */
export function writtenForms(text: string): readonly string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const ascii = plain.replace(/[^ -~]/g, unicodeEscape);
  const powerShell = plain.replace(/['<>&]/g, unicodeEscape);
  const slashes = plain.replaceAll('/', '\\/');
  const line = text.includes('"') && !text.includes('\\') ? [text] : [];
  return [...new Set([plain, ascii, powerShell, slashes, ...line])];
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
