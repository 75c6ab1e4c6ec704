import { Button } from '@/components/ui/button';
import { minuteText } from './time-range-text';
import { useTimeZone } from './time-zone-context';

interface DeviceCopyProps {
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly onFetchAgain: () => void;
}

/** Says that nothing was asked of the link: what it gave at an earlier visit is shown. */
export function DeviceCopy({ keptAt, onFetchAgain }: DeviceCopyProps) {
  const zone = useTimeZone();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
      <span>From this device’s copy, kept {minuteText(keptAt, zone)}</span>
      <Button onClick={onFetchAgain}>Fetch again</Button>
    </p>
  );
}
