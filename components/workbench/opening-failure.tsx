import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { limitText } from '@/components/ui/format';
import type { Dataset } from './dataset-opener';

interface OpeningFailureProps {
  readonly failed: Extract<Dataset, { readonly kind: 'failed' }>;
  readonly onRetry: () => void;
  readonly onRaiseLimit: () => void;
  readonly onOpenWhole: () => void;
  readonly onLeave: () => void;
}

export function OpeningFailure({ failed, onRetry, onRaiseLimit, onOpenWhole, onLeave }: OpeningFailureProps) {
  return (
    <ErrorNotice failure={failed.failure}>
      {failed.raisedLimit === null ? (
        <Button onClick={onRetry}>Try again</Button>
      ) : (
        <Button onClick={onRaiseLimit}>Raise the limit to {limitText(failed.raisedLimit)} and open again</Button>
      )}
      {failed.failure.code === 'not-found' && <Button onClick={onOpenWhole}>Open all its files</Button>}
      <Button look="quiet" onClick={onLeave}>
        Dismiss
      </Button>
    </ErrorNotice>
  );
}
