import { useCallback, useEffect, useMemo, useState } from 'react';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { FetchRows, TableSort } from '@/components/ui/data-table/row-pages';
import { ColumnsIcon } from '@/components/ui/icons';
import { useCellPivots } from '@/components/workbench/pivots/use-pivot-entries';
import { useEventStars } from '@/components/workbench/story/use-event-stars';
import type { Engine, EventRef } from '@/lib/engine/engine';
import type { EventFields } from '@/lib/engine/event-list-shapes';
import type { EventListView } from '@/lib/url/view-state';
import { FieldChooser } from './field-chooser';
import { eventSortOf, layoutKey, tableSortOf, type GridLayout } from './grid-layout';
import { stageOf, type CountedEvents } from './use-event-count';

interface EventGridProps {
  readonly engine: Engine;
  readonly counted: CountedEvents;
  readonly count: string;
  readonly fields: EventFields;
  readonly clock: string | null;
  readonly list: EventListView;
  readonly onList: (list: EventListView) => void;
  readonly open: EventRef | null;
  readonly onOpen: (event: EventRef) => void;
}

const NONE: ReadonlySet<number> = new Set();
const SUMMARY = 'Summary';
const ROWS_SHOWN = 20;

/** The table of events. It is made anew only for columns and an order that it has not chosen itself. */
export function EventGrid(props: EventGridProps) {
  const { fields, list, clock, onList } = props;
  const wanted: GridLayout = { columns: list.columns ?? fields.columns, sort: list.sort };
  const key = layoutKey(wanted);
  const [table, setTable] = useState({ made: wanted, now: wanted, number: 0 });
  const [seen, setSeen] = useState(key);
  if (key !== seen) {
    setSeen(key);
    if (key !== layoutKey(table.now)) setTable({ made: wanted, now: wanted, number: table.number + 1 });
  }
  const { columns: made } = table.made;
  const onLayout = useCallback(
    (shown: readonly number[], sort: TableSort | null) => {
      const now: GridLayout = { columns: shown.flatMap((column) => made[column] ?? []), sort: eventSortOf(made, sort, clock) };
      if (now.columns.length > 0) setTable((before) => (layoutKey(before.now) === layoutKey(now) ? before : { ...before, now }));
    },
    [made, clock],
  );
  const nowKey = layoutKey(table.now);
  useEffect(() => {
    if (nowKey === key) return;
    const { columns, sort } = table.now;
    onList({ columns: columns.join('\n') === fields.columns.join('\n') ? null : columns, sort });
    // Only what the table has chosen is a reason.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [nowKey]);
  return <Grid key={table.number} {...props} layout={table.made} onLayout={onLayout} />;
}

interface GridProps extends EventGridProps {
  readonly layout: GridLayout;
  readonly onLayout: (shown: readonly number[], sort: TableSort | null) => void;
}

function Grid({ engine, counted, count, fields, clock, list, onList, open, onOpen, layout, onLayout }: GridProps) {
  const { columns } = layout;
  const { filter } = counted;
  const stage = stageOf(counted);
  const [refs] = useState(() => new Map<number, EventRef>());
  const [hasRefs, setHasRefs] = useState(0);
  const fetchRows: FetchRows = useCallback(
    async (offset, limit, sort) => {
      const page = await engine.events({ filter, sort: eventSortOf(columns, sort, clock), columns, offset, limit });
      // A copy of all rows is not for opening them.
      if (limit <= 100) page.rows.forEach(({ ref }, i) => refs.set(offset + i, ref));
      setHasRefs((now) => now + 1);
      return { total: page.total, rows: page.rows.map(({ cells, gist }, i) => ({ row: offset + i, cells: [...cells, gist] })) };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `stage` stands for what the search has found.
    [engine, filter, columns, clock, refs, stage],
  );
  const selected = useMemo(() => {
    for (const [row, ref] of refs) if (open && ref.member === open.member && ref.line === open.line) return row;
    return null;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `hasRefs` stands for what the map holds.
  }, [open, refs, hasRefs]);
  const cellPivots = useCellPivots();
  const { starring, entriesOf } = useEventStars(engine, refs, hasRefs);
  const shown = list.columns ?? fields.columns;
  const toggle = (field: string) => {
    const next = shown.includes(field) ? shown.filter((other) => other !== field) : [...shown, field];
    if (next.length > 0) onList({ ...list, columns: next });
  };
  return (
    <DataTable
      label="Events"
      columns={useMemo(() => [...columns, SUMMARY], [columns])}
      rowCount={Math.max(counted.events, ROWS_SHOWN)}
      fetchRows={fetchRows}
      selected={selected}
      onOpen={(row) => {
        const ref = refs.get(row);
        if (ref) onOpen(ref);
      }}
      marked={NONE}
      markedLabel=""
      mark={filter.text}
      summary={null}
      mostRowsShown={ROWS_SHOWN}
      cellMenu={(cell) => [...cellPivots(cell), ...entriesOf(cell.row)]}
      starring={starring}
      managed={{
        sort: tableSortOf(layout, clock),
        count,
        onLayout,
        columnsMenu: (
          <FieldChooser
            trigger={
              <>
                <ColumnsIcon />
                Columns
              </>
            }
            label="Columns"
            fields={fields.all}
            chosen={shown}
            onToggle={toggle}
            onReset={list.columns === null ? null : () => onList({ ...list, columns: null })}
          />
        ),
      }}
    />
  );
}
