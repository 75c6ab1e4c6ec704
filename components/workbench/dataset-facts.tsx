import type { ReactNode } from 'react';
import type { DatasetSummary, ValueCount } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { SeriesDot } from '@/components/ui/badge';
import { WarningIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';
import { channelSeries } from './channel-series';
import { bytesText, countText } from '@/components/ui/format';
import { MemberPicker } from './member-picker';
import { timeRangeText, zoneName } from './time-range-text';
import { useTimeZone } from './time-zone-context';

interface DatasetFactsProps {
  readonly summary: DatasetSummary;
  /** The dataset is to be read again with these of its members. */
  readonly onMembers: (members: ViewState['members']) => void;
  /** Shows the events with the value of a field. */
  readonly onValue: (field: string, value: string) => void;
  /** A menu of where the value leads; `close` is called before it leads there. */
  readonly pivot: (field: string, value: string, close: () => void) => ReactNode;
  readonly reportLink: ReactNode;
}

/** What the dataset holds, each fact a button where there is more to say. */
export function DatasetFacts({ summary, onMembers, onValue, pivot, reportLink }: DatasetFactsProps) {
  const { members } = summary;
  const zone = useTimeZone();
  const read = members.filter(({ events }) => events > 0);
  const isPart = read.length < members.length;
  const channels = summary.channels.map(({ value }) => value);
  return (
    <ul className="flex min-w-0 items-center max-lg:order-last max-lg:-mx-2 max-lg:basis-full max-lg:overflow-x-auto max-lg:[scrollbar-width:none] lg:flex-wrap" aria-label="Dataset">
      <Fact trigger={isPart ? `${countText(summary.events, 'event')} of ${read.length} of ${members.length} files` : countText(summary.events, 'event')} label="Files">
        <h2 className="label pb-1.5">
          {bytesText(summary.bytes)} of events in {isPart ? `${read.length} of ${members.length} files` : countText(members.length, 'file')}
        </h2>
        {members.length > 1 ? (
          <MemberPicker members={members} onChoose={onMembers} />
        ) : (
          <CountList counts={members.map(({ name, events }) => ({ value: name, events }))} />
        )}
      </Fact>
      <Fact trigger={countText(summary.hosts.length, 'host')} label="Hosts">
        {(close) => (
          <>
            <h2 className="label pb-1.5">Events by host</h2>
            <CountList counts={summary.hosts} onValue={(host) => (close(), onValue('Hostname', host))} after={(host) => pivot('Hostname', host, close)} />
          </>
        )}
      </Fact>
      <Fact
        label="Channels"
        trigger={
          <>
            <span className="flex gap-0.5">
              {channels.slice(0, 7).map((channel) => (
                <SeriesDot key={channel} series={channelSeries(channels, channel)} />
              ))}
            </span>
            {countText(channels.length, 'channel')}
          </>
        }
      >
        {(close) => (
          <>
            <h2 className="label pb-1.5">Events by channel</h2>
            <CountList
              counts={summary.channels}
              onValue={(channel) => (close(), onValue('Channel', channel))}
              after={(channel) => pivot('Channel', channel, close)}
              before={(channel) => <SeriesDot series={channelSeries(channels, channel)} />}
            />
          </>
        )}
      </Fact>
      {summary.time && (
        <Fact trigger={timeRangeText(summary.time.first, summary.time.last, zone)} label="Time range">
          <p className="max-w-80 text-sm">
            From the first event to the last by the field <code className="font-mono">{[summary.time.field, ...summary.time.others.map(({ value }) => value)].join(', else ')}</code>, shown in {zoneName(zone)}. A time that is
            written without a zone is taken for UTC.
          </p>
        </Fact>
      )}
      {!summary.time && <li className="px-2 text-xs text-ink-3">no readable time</li>}
      <SkippedFact summary={summary} />
      <li className="shrink-0 whitespace-nowrap px-2 text-xs">{reportLink}</li>
    </ul>
  );
}

interface FactProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

function Fact({ trigger, label, children }: FactProps) {
  return (
    <li className="shrink-0">
      <Popover trigger={<span className="tabular flex items-center gap-1.5">{trigger}</span>} description={label} surfaceClassName="p-3" className="px-2">
        {(close) => (typeof children === 'function' ? children(close) : children)}
      </Popover>
    </li>
  );
}

interface CountListProps {
  readonly counts: readonly ValueCount[];
  readonly before?: (value: string) => ReactNode;
  readonly after?: (value: string) => ReactNode;
  readonly onValue?: (value: string) => void;
}

/** As many as one can look over; a list of thousands helps nobody. */
const LONGEST_LIST = 100;

function CountList({ counts, before, after, onValue }: CountListProps) {
  return (
    <>
      <ul className="min-w-60 text-xs">
        {counts.slice(0, LONGEST_LIST).map(({ value, events }) => (
          <li key={value} className="flex items-center gap-2 border-t border-line py-1">
            {before?.(value)}
            {onValue ? (
              <button type="button" onClick={() => onValue(value)} title={`Events of ${value}`} className="grow rounded-sm text-left font-mono text-accent underline decoration-1 underline-offset-2 hover:decoration-2">
                {value}
              </button>
            ) : (
              <span className="grow font-mono">{value}</span>
            )}
            <span className="tabular pl-6 text-ink-2">{events.toLocaleString('en')}</span>
            {after?.(value)}
          </li>
        ))}
      </ul>
      {counts.length === 0 && <p className="text-sm text-ink-2">No event names one.</p>}
      {counts.length > LONGEST_LIST && <p className="pt-1.5 text-xs text-ink-2">and {(counts.length - LONGEST_LIST).toLocaleString('en')} more</p>}
    </>
  );
}

function SkippedFact({ summary }: { readonly summary: DatasetSummary }) {
  const { skippedLines, skippedLineSamples, skippedMembers, warnings } = summary;
  const isClean = skippedLines === 0 && skippedMembers.length === 0 && warnings.length === 0;
  if (isClean) return <li className="shrink-0 whitespace-nowrap px-2 text-xs text-ink-3">0 lines skipped</li>;
  const parts = [
    skippedLines > 0 && `${countText(skippedLines, 'line')} skipped`,
    skippedMembers.length > 0 && `${countText(skippedMembers.length, 'file')} skipped`,
    warnings.length > 0 && countText(warnings.length, 'note'),
  ];
  return (
    <Fact
      label="What was skipped"
      trigger={
        <span className="flex items-center gap-1.5 text-caution">
          <WarningIcon />
          {parts.filter(Boolean).join(' · ')}
        </span>
      }
    >
      <div className="flex max-w-2xl flex-col gap-3 text-xs">
        {warnings.map((warning) => (
          <p key={warning} className="text-sm">
            {warning}
          </p>
        ))}
        {skippedMembers.length > 0 && (
          <section>
            <h2 className="label pb-1">Files that are not events</h2>
            <ul>
              {skippedMembers.map(({ name, reason }) => (
                <li key={name} className="border-t border-line py-1">
                  <span className="font-mono">{name}</span> <span className="text-ink-2">{reason}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {skippedLines > 0 && (
          <section>
            <h2 className="label pb-1">Lines that are not events; the rest was read</h2>
            <ul>
              {skippedLineSamples.map(({ member, line, reason, preview }) => (
                <li key={`${member} ${line}`} className="border-t border-line py-1.5">
                  <p>
                    <span className="tabular font-medium">line {line.toLocaleString('en')}</span>
                    <span className="text-ink-2">
                      {' '}
                      of {member}: {reason}
                    </span>
                  </p>
                  <code className="block truncate font-mono text-ink-2">{preview}</code>
                </li>
              ))}
            </ul>
            {skippedLines > skippedLineSamples.length && (
              <p className="border-t border-line pt-1.5 text-ink-2">and {(skippedLines - skippedLineSamples.length).toLocaleString('en')} more</p>
            )}
          </section>
        )}
      </div>
    </Fact>
  );
}
