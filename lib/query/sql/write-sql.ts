/**
 * A text as both our SQL and Spark's read it. Hunts mean one backslash by a run of them (backslashes.ts), so a text in which two stand
 * together is put together from pieces, and so is one with both quotes.
 */
export function sqlText(text: string): string {
  const literals = piecesOf(text).map((piece) => {
    const quote = piece.includes("'") ? '"' : "'";
    return quote + piece.replaceAll('\\', '\\\\') + quote;
  });
  return literals.length === 1 ? literals[0] : `concat(${literals.join(', ')})`;
}

/** Pieces with one kind of quote, in which nothing that a backslash could be an escape of follows one. */
function piecesOf(text: string): readonly string[] {
  const pieces = [''];
  for (const char of text) {
    const piece = pieces[pieces.length - 1];
    const isQuote = char === "'" || char === '"';
    const isApart = (piece.endsWith('\\') && (isQuote || char === '\\')) || (isQuote && piece.includes(char === '"' ? "'" : '"'));
    if (isApart) pieces.push(char);
    else pieces[pieces.length - 1] += char;
  }
  return pieces;
}
