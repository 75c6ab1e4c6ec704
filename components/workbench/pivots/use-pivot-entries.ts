import { use, useCallback } from 'react';
import { isFilterValue, withField } from '@/lib/url/event-filter';
import type { EventRef } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { copyText } from '@/components/ui/clipboard';
import type { CellOfTable } from '@/components/ui/data-table/use-cell-menu';
import type { MenuEntry } from '@/components/ui/menu';
import { closed } from '@/components/workbench/drill-down/layers';
import { runView } from '@/components/workbench/query/use-query-section';
import type { TimeZone } from '@/lib/base/time-zone';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { countOverTimeSql } from './count-over-time';
import { logonIdOf, openedSession, pivotKind, sessionsOf, type PivotValue } from './pivot-changes';
import { openedProcess } from './open-process';
import { pathParts } from './path-parts';
import { PivotEventContext, usePivotPlace, type PivotPlace } from './pivot-context';
import { timeBucket, type TimeBucket } from './time-bucket';

/** Where a value leads: the entries of its menu. `value` null is a missing one; `field` null: it is part of several fields' texts. */
export function usePivotEntries(): (field: string | null, value: string | null) => readonly MenuEntry[] {
  const place = usePivotPlace();
  const zone = useTimeZone();
  const event = use(PivotEventContext);
  return useCallback(
    (field, value) => {
      if (value === null) return field === null ? [] : filterEntries(place, field, value);
      if (field === null) return [...textEntries(place, value), ...pathEntries(place, field, value), copyEntry(value)];
      const bucket = timeBucket({ field, value });
      if (bucket) return [...bucketEntries(place, bucket), copyEntry(value)];
      return [...filterEntries(place, field, value), ...openEntries(place, { field, value }, event), ...pathEntries(place, field, value), ...countEntries(place, { field, value }, zone), copyEntry(value)];
    },
    [place, zone, event],
  );
}

/** The context menu of a table whose columns are fields of events. */
export function useCellPivots(): (cell: CellOfTable) => readonly MenuEntry[] {
  const entriesOf = usePivotEntries();
  return useCallback(({ column, value }) => entriesOf(column, value), [entriesOf]);
}

function copyEntry(value: string): MenuEntry {
  return { kind: 'action', label: 'Copy', onSelect: () => void copyText(value) };
}

/** The events whose text has the value, wherever it stands. */
function textEntries({ go }: PivotPlace, value: string, label = 'Search all events for this'): MenuEntry[] {
  if (value === '' || !isFilterValue(value)) return [];
  return [{ kind: 'action', label, onSelect: () => go(({ filters }) => ({ ...closed, section: 'events', filters: { ...filters, text: { text: value, matchCase: false } } })) }];
}

/** Whatever else is in a file's directory, and files of its name elsewhere. */
function pathEntries(place: PivotPlace, field: string | null, value: string): MenuEntry[] {
  const parts = pathParts(field, value);
  if (parts === null) return [];
  return [...textEntries(place, parts.directory, 'Search all events for its folder'), ...textEntries(place, parts.name, 'Search all events for its file name')];
}

/** The time that a group of a count over time stands for. */
function bucketEntries({ go }: PivotPlace, { unit, time }: TimeBucket): MenuEntry[] {
  return [
    { kind: 'action', label: `Events of this ${unit}`, onSelect: () => go(({ filters }) => ({ ...closed, section: 'events', filters: { ...filters, time } })) },
    { kind: 'action', label: `Brush to this ${unit}`, onSelect: () => go(({ filters }) => ({ filters: { ...filters, time } })) },
  ];
}

/** The events with the value, or without it, in the section Events. */
function filterEntries({ go }: PivotPlace, field: string, value: string | null): MenuEntry[] {
  if (!isFilterValue(value)) return [];
  const filterBy = (exclude: boolean) => () => go(({ filters }) => ({ ...closed, section: 'events', filters: withField(filters, { field, value, exclude }) }));
  return [
    { kind: 'action', label: 'Filter to this', onSelect: filterBy(false) },
    { kind: 'action', label: 'Exclude this', onSelect: filterBy(true) },
  ];
}

function openEntries({ engine, go }: PivotPlace, at: PivotValue, event: EventRef | null): MenuEntry[] {
  const kind = pivotKind(at);
  const { value } = at;
  if (kind === null || (kind === 'process-number' && event === null)) return [];
  if (kind === 'process' || kind === 'process-number') {
    const open = async () => {
      const change = await openedProcess(engine, at, event);
      if (change) go(change);
    };
    return [{ kind: 'action', label: 'Open the process', onSelect: () => void trackBusy(open().catch(() => undefined)) }];
  }
  if (kind !== 'session') {
    return [{ kind: 'action', label: kind === 'host' ? 'Sessions on this host' : 'Sessions of this account', onSelect: () => go(sessionsOf(kind, value)) }];
  }
  const logonId = logonIdOf(value) ?? value;
  const open = async () => go(openedSession(logonId, await engine.sessions({})));
  // A crash of the engine is told by the workbench.
  return [{ kind: 'action', label: 'Open the logon session', onSelect: () => void trackBusy(open().catch(() => undefined)) }];
}

function countEntries({ engine, go, clock }: PivotPlace, { field, value }: PivotValue, zone: TimeZone): MenuEntry[] {
  if (clock === null || !isFilterValue(value)) return [];
  const count = async () => {
    const { text } = await engine.filterQuery({ fields: [{ field, value, exclude: false }], text: null, time: null }, [clock.field]);
    go(runView({ language: 'sql', text: countOverTimeSql(text, clock, zone) }));
  };
  return [{ kind: 'action', label: 'Count over time', onSelect: () => void trackBusy(count().catch(() => undefined)) }];
}
