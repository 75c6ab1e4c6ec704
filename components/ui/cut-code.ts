import type { Span } from '@/lib/base/span';

export interface CodeSpan extends Span {
  readonly kind: 'keyword' | 'function' | 'name' | 'string' | 'number' | 'operator' | 'comment';
}

export interface CodeMark extends Span {
  readonly tone: 'caution' | 'danger';
}

export interface CodePiece extends Span {
  readonly token: CodeSpan['kind'] | null;
  readonly mark: CodeMark['tone'] | null;
}

/**
 * Cuts a source text where a token or a mark begins or ends, so that each piece has one colour and one mark. The pieces cover
 * the text without gap or overlap. Where several tokens (or marks) lie over a piece the last one counts; what reaches past the
 * text is clipped.
 */
export function cutCode(code: string, tokens: readonly CodeSpan[], marks: readonly CodeMark[]): CodePiece[] {
  const cuts = new Set([0, code.length]);
  for (const span of [...tokens, ...marks]) {
    for (const at of [span.start, span.end]) if (at > 0 && at < code.length) cuts.add(at);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const pieces: CodePiece[] = [];
  for (let i = 0; i + 1 < ordered.length; i++) {
    const piece = { start: ordered[i], end: ordered[i + 1] };
    pieces.push({ ...piece, token: tokens.findLast((span) => covers(span, piece))?.kind ?? null, mark: marks.findLast((span) => covers(span, piece))?.tone ?? null });
  }
  return pieces;
}

/** A mark of no width (something is missing here) lies over the piece that follows it. */
function covers(span: Span, piece: Span): boolean {
  return span.start <= piece.start && (span.end >= piece.end || span.start === span.end && span.start === piece.start);
}
