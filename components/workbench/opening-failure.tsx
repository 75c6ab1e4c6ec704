import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import type { Dataset } from './dataset-opener';

interface OpeningFailureProps {
  readonly failed: Extract<Dataset, { readonly kind: 'failed' }>;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
}

export function OpeningFailure({ failed, onRetry, onLeave }: OpeningFailureProps) {
  return (
    <ErrorNotice failure={failed.failure}>
      <Button onClick={onRetry}>Try again</Button>
      <Button look="quiet" onClick={onLeave}>
        Dismiss
      </Button>
    </ErrorNotice>
  );
}
