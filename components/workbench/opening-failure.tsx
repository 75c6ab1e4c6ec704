import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { limitText } from '@/components/ui/format';
import { assertNever } from '@/lib/base/assert-never';
import type { FailedOpening } from './dataset-opener';

interface OpeningFailureProps {
  readonly failed: FailedOpening;
  readonly onRetry: () => void;
  readonly onRaiseLimit: () => void;
  readonly onOpenWhole: () => void;
  readonly onLeave: () => void;
}

export function OpeningFailure({ failed, onRetry, onRaiseLimit, onOpenWhole, onLeave }: OpeningFailureProps) {
  return (
    <ErrorNotice failure={failed.failure}>
      {failed.raisedLimit === null ? (
        <Button onClick={onRetry}>{retryText(failed.damagedCopy)}</Button>
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

function retryText(damagedCopy: FailedOpening['damagedCopy']): string {
  switch (damagedCopy) {
    case null:
      return 'Try again';
    case 'link':
      return 'Remove this device’s copy and fetch it again';
    case 'upload':
      return 'Remove this device’s copy and choose the file again';
    default:
      return assertNever(damagedCopy);
  }
}
