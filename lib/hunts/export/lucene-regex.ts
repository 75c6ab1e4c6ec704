/**
 * A pattern that is found anywhere in a text, as Lucene's, which always takes the whole text and knows no anchors. Null where it has parts
 * that Lucene lacks. Source: https://github.com/elastic/elasticsearch/blob/main/docs/reference/query-languages/query-dsl/regexp-syntax.md
 */
export function luceneRegex(pattern: string): string | null {
  const pieces = regexPieces(pattern);
  if (pieces === null) return null;
  const begins = pieces[0] === '^';
  const ends = pieces.at(-1) === '$';
  const inner = pieces.slice(begins ? 1 : 0, ends ? -1 : undefined);
  if (inner.includes('^') || inner.includes('$')) return null;
  // An anchor belongs to one side of a | alone.
  const isChoice = topLevel(inner).includes('|');
  if (isChoice && (begins || ends)) return null;
  const body = inner.map(lucenePiece).join('');
  const [before, after] = [begins || body.startsWith('.*') ? '' : '.*', ends || body.endsWith('.*') ? '' : '.*'];
  return `${before}${isChoice ? `(${body})` : body}${after}`;
}

/** A pattern in pieces: characters, escapes, classes. Null where it asks for more than plain characters, classes, groups, choices and repeats. */
export function regexPieces(pattern: string): string[] | null {
  const pieces = pattern.match(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[\s\S]/gu) ?? [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    // Groups that look around or take flags, classes by name, escapes that stand for more than a character.
    if (piece === '(' && pieces[i + 1] === '?') return null;
    if (/^\\[A-Za-z0-9]$/.test(piece)) return null;
    if (piece.startsWith('[') && (piece.length < 3 || /\\[A-Za-z0-9]|\[:|&&/.test(piece.slice(1)))) return null;
    // Possessive and lazy repeats.
    if (/^[*+?}]$|^\{\d/.test(piece) && /^[+?]$/.test(pieces[i + 1] ?? '')) return null;
  }
  return pieces;
}

function topLevel(pieces: readonly string[]): string[] {
  let depth = 0;
  return pieces.filter((piece) => {
    if (piece === ')') depth--;
    const isTop = depth === 0;
    if (piece === '(') depth++;
    return isTop;
  });
}

/** Lucene gives these a meaning that others do not. */
function lucenePiece(piece: string): string {
  return /^[~#@&<>"]$/.test(piece) ? `\\${piece}` : piece;
}
