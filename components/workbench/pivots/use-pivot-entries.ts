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
import { PivotEventContext, usePivotPlace, type PivotPlace } from './pivot-context';

/** Where a value leads: the entries of its menu. `value` null is a missing one; `field` null: it is part of several fields' texts. */
export function usePivotEntries(): (field: string | null, value: string | null) => readonly MenuEntry[] {
  const place = usePivotPlace();
  const zone = useTimeZone();
  const event = use(PivotEventContext);
  return useCallback(
    (field, value) => (field === null ? textEntries(place, value) : [...filterEntries(place, field, value), ...(value === null ? [] : [...openEntries(place, { field, value }, event), ...otherEntries(place, { field, value }, zone)])]),
    [place, zone, event],
  );
}

/** The context menu of a table whose columns are fields of events. */
export function useCellPivots(): (cell: CellOfTable) => readonly MenuEntry[] {
  const entriesOf = usePivotEntries();
  return useCallback(({ column, value }) => entriesOf(column, value), [entriesOf]);
}

/** The events whose text has the value, wherever it stands. */
function textEntries({ go }: PivotPlace, value: string | null): MenuEntry[] {
  if (value === null || value === '' || !isFilterValue(value)) return [];
  return [
    { kind: 'action', label: 'Search all events for this', onSelect: () => go(({ filters }) => ({ ...closed, section: 'events', filters: { ...filters, text: { text: value, matchCase: false } } })) },
    { kind: 'action', label: 'Copy', onSelect: () => void copyText(value) },
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

function otherEntries({ engine, go, clock }: PivotPlace, { field, value }: PivotValue, zone: TimeZone): MenuEntry[] {
  const copy: MenuEntry = { kind: 'action', label: 'Copy', onSelect: () => void copyText(value) };
  if (clock === null || !isFilterValue(value)) return [copy];
  const count = async () => {
    const { text } = await engine.filterQuery({ fields: [{ field, value, exclude: false }], text: null, time: null }, [clock.field]);
    go(runView({ language: 'sql', text: countOverTimeSql(text, clock, zone) }));
  };
  return [{ kind: 'action', label: 'Count over time', onSelect: () => void trackBusy(count().catch(() => undefined)) }, copy];
}
