'use client';

import { lazy, Suspense } from 'react';
import { Skeleton } from './skeleton';

const Renderer = lazy(() => import('./markdown-renderer').then(({ MarkdownRenderer }) => ({ default: MarkdownRenderer })));

interface MarkdownProps {
  readonly text: string;
  readonly className?: string;
}

/** Prose from a document. The renderer is fetched when the first prose is shown. */
export function Markdown({ text, className }: MarkdownProps) {
  return (
    <Suspense fallback={<Skeleton className="h-5 w-full" />}>
      <Renderer text={text} className={className} />
    </Suspense>
  );
}
