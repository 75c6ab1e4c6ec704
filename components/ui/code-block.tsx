import { Fragment, type ReactNode } from 'react';
import type { Span } from '@/lib/base/span';
import { cutCode, type CodeMark, type CodeSpan } from './cut-code';

const COLORS: Record<CodeSpan['kind'], string> = {
  keyword: 'text-code-keyword',
  function: 'text-code-function',
  name: '',
  string: 'text-code-string',
  number: 'text-code-number',
  operator: 'text-ink-2',
  comment: 'text-ink-3',
};

const MARKS: Record<CodeMark['tone'], string> = {
  caution: 'underline decoration-caution decoration-wavy decoration-1 underline-offset-4',
  danger: 'underline decoration-danger decoration-wavy decoration-1 underline-offset-4',
};

interface CodeBlockProps {
  readonly code: string;
  readonly tokens: readonly CodeSpan[];
  /** Stretches to underline. */
  readonly marks: readonly CodeMark[];
  /** Brought out among the marks, for the one that is pointed at; scrolled to. */
  readonly focused: Span | null;
  readonly label: string;
}

/** Source text with colours and marks, made of text nodes only. */
export function CodeBlock({ code, tokens, marks, focused, label }: CodeBlockProps) {
  return (
    <pre tabIndex={0} aria-label={label} className="max-h-96 overflow-auto p-3 font-mono text-xs leading-5">
      <code>
        {cutCode(code, tokens, marks).map((piece) => {
          const text = <Fragment key={piece.start}>{code.slice(piece.start, piece.end)}</Fragment>;
          const classes = [piece.token ? COLORS[piece.token] : '', piece.mark ? MARKS[piece.mark] : '', inside(piece, focused) ? 'bg-caution-soft' : ''];
          const className = classes.filter(Boolean).join(' ');
          return className === '' ? text : coloured(piece.start, className, text);
        })}
      </code>
    </pre>
  );
}

function coloured(key: number, className: string, text: ReactNode) {
  return (
    <span key={key} className={className}>
      {text}
    </span>
  );
}

function inside(piece: Span, around: Span | null): boolean {
  return around !== null && piece.start >= around.start && piece.end <= around.end;
}
