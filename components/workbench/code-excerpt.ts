import type { Span } from '@/lib/base/span';
import type { CodeToken } from '@/lib/engine/engine';

export interface CodeExcerpt {
  readonly code: string;
  readonly tokens: readonly CodeToken[];
  /** The place, in the excerpt. */
  readonly span: Span;
}

/** More lines than this are read in the logic itself. */
const MOST_LINES = 8;

/** The whole lines around a place in a source text, without the indent that they share, at most eight. */
export function codeExcerpt(code: string, tokens: readonly CodeToken[], { start, end }: Span): CodeExcerpt {
  const from = code.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = code.indexOf('\n', Math.max(start, end - 1));
  const lines = code.slice(from, lineEnd < 0 ? code.length : lineEnd).split('\n').slice(0, MOST_LINES);
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length), start - from);
  const pieces: string[] = [];
  // Where each kept character stood, so that places can be carried over.
  const starts: { readonly old: number; readonly length: number; readonly now: number }[] = [];
  let [old, now] = [from, 0];
  for (const line of lines) {
    const cut = Math.min(indent, line.length);
    const kept = line.slice(cut);
    starts.push({ old: old + cut, length: kept.length, now });
    pieces.push(kept);
    old += line.length + 1;
    now += kept.length + 1;
  }
  const text = pieces.join('\n');
  const moved = (place: number): number => {
    const line = starts.findLast((candidate) => candidate.old <= place);
    return line ? line.now + Math.min(place - line.old, line.length) : 0;
  };
  return {
    code: text,
    tokens: tokens.flatMap((token) => {
      const [at, to] = [moved(token.start), moved(token.end)];
      return token.end <= from || token.start >= old || at >= to ? [] : [{ ...token, start: at, end: to }];
    }),
    span: { start: moved(start), end: moved(end) },
  };
}
