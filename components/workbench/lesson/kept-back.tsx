import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

interface KeptBackProps {
  /** The lesson asks about the open dataset. */
  readonly isOnDataset: boolean;
  readonly onLesson: () => void;
  /** The way out. */
  readonly children: ReactNode;
}

/** In the place of what a student’s lesson has not reached. */
export function KeptBack({ isOnDataset, onLesson, children }: KeptBackProps) {
  return (
    <EmptyState title={isOnDataset ? 'The lesson has not reached this yet' : 'You take this hunt as a lesson'}>
      <p className="pb-2">
        {isOnDataset
          ? 'Answer its questions and what each analytic finds opens step by step. The events, sessions and queries are all yours.'
          : 'It asks nothing about this dataset. What the analytics find here opens once the lesson is done on one of its own datasets.'}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button look="primary" onClick={onLesson}>
          Go to the lesson
        </Button>
        {children}
      </div>
    </EmptyState>
  );
}
