import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** In the place of what a student’s lesson has not reached. */
export function KeptBack({ onLesson }: { readonly onLesson: () => void }) {
  return (
    <EmptyState title="The lesson has not reached this yet">
      <p className="pb-2">Answer its questions and what each analytic finds opens step by step. The events, sessions and queries are all yours.</p>
      <Button look="primary" onClick={onLesson}>
        Go to the lesson
      </Button>
    </EmptyState>
  );
}
