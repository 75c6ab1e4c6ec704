import { CheckIcon } from '@/components/ui/icons';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { WrittenFile } from '@/lib/engine/engine';
import { Value } from './part';
import { timeOfDay } from './time-text';
import { ViewLink } from './view-link';

/** Each file with the access that asked to write it and the file-create event that shows that it came to be. */
export function WrittenFiles({ files }: { readonly files: readonly WrittenFile[] }) {
  const zone = useTimeZone();
  return (
    <ul className="flex flex-col gap-2">
      {files.map(({ path, access, confirmedBy }) => (
        <li key={`${access.ref.member}.${access.ref.line}`} className="text-sm">
          <p className="break-all font-mono font-medium">
            <PivotValue field={null} value={path}>
              {path}
            </PivotValue>
          </p>
          <p className="text-xs text-ink-2">
            asked to write at{' '}
            <ViewLink change={{ event: access.ref }} title={`Event ${access.eventId}`}>
              <Value>{timeOfDay(access, zone)}</Value>
            </ViewLink>
            {confirmedBy === null ? (
              <span className="block text-ink-3">no file-create event in this dataset confirms it</span>
            ) : (
              <span className="flex items-center gap-1">
                <CheckIcon className="shrink-0 text-accent" />
                <span>
                  created at{' '}
                  <ViewLink change={{ event: confirmedBy.ref }} title={`Sysmon event ${confirmedBy.eventId}`}>
                    <Value>{timeOfDay(confirmedBy, zone)}</Value>
                  </ViewLink>
                  , says Sysmon {confirmedBy.eventId}
                </span>
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
