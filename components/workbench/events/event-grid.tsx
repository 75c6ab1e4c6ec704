import { useCallback, useMemo, useState } from 'react';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { FetchRows, PlaceOf } from '@/components/ui/data-table/row-pages';
import type { TableLayout } from '@/components/ui/data-table/table-layout';
import { ColumnsIcon } from '@/components/ui/icons';
import { useCellPivots } from '@/components/workbench/pivots/use-pivot-entries';
import { useEventStars } from '@/components/workbench/story/use-event-stars';
import type { Engine, EventRef } from '@/lib/engine/engine';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import type { EventFields } from '@/lib/engine/event-list-shapes';
import type { EventListView } from '@/lib/url/view-state';
import { FieldChooser } from './field-chooser';
import { gridLayoutOf, tableLayoutOf } from './grid-layout';
import { useEventPlace } from './use-event-place';

interface EventGridProps {
  readonly engine: Engine;
  readonly filter: EventFilter;
  /** Another number: the search has found more. */
  readonly stage: number;
  /** As far as they are counted. */
  readonly events: number;
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
/** A row is numbered by its place. */
const sameRow: PlaceOf = (row) => Promise.resolve(row);
const ROWS_SHOWN = 20;

/** The table of events. It is made anew only for columns that it does not have. */
export function EventGrid(props: EventGridProps) {
  const wanted = props.list.columns ?? props.fields.columns;
  const [made, setMade] = useState({ columns: wanted, number: 0 });
  if (!wanted.every((field) => made.columns.includes(field))) setMade({ columns: wanted, number: made.number + 1 });
  return <Grid key={made.number} {...props} columns={made.columns} />;
}

interface GridProps extends EventGridProps {
  /** Those that are fetched, some of which may be hidden. */
  readonly columns: readonly string[];
}

function Grid({ engine, filter, stage, events, count, fields, clock, list, onList, open, onOpen, columns }: GridProps) {
  const { field, descending } = list.sort;
  const [refs] = useState(() => new Map<number, EventRef>());
  const [hasRefs, setHasRefs] = useState(0);
  const fetchRows: FetchRows = useCallback(
    async (offset, limit) => {
      // Not by the table's order: what it goes by may be hidden.
      const page = await engine.events({ filter, sort: { field, descending }, columns, offset, limit });
      // A copy of all rows is not for opening them.
      if (limit <= 100) page.rows.forEach(({ ref }, i) => refs.set(offset + i, ref));
      setHasRefs((now) => now + 1);
      return { total: page.total, rows: page.rows.map(({ cells, gist }, i) => ({ row: offset + i, cells: [...cells, gist] })) };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `stage` stands for what the search has found.
    [engine, filter, columns, field, descending, refs, stage],
  );
  const place = useEventPlace(engine, { filter, stage }, list.sort, open);
  const atPlace = place === null ? undefined : refs.get(place);
  // For a moment the rows are still those of another filter or order.
  const selected = atPlace === undefined || (atPlace.member === open?.member && atPlace.line === open.line) ? place : null;
  const cellPivots = useCellPivots();
  const { starring, entriesOf } = useEventStars(engine, refs, hasRefs);
  const shown = list.columns ?? fields.columns;
  const onLayout = (layout: TableLayout) => {
    const now = gridLayoutOf(layout, columns, clock);
    if (now.columns.length > 0) onList({ columns: now.columns.join('\n') === fields.columns.join('\n') ? null : now.columns, sort: now.sort });
  };
  const toggle = (field: string) => {
    const next = shown.includes(field) ? shown.filter((other) => other !== field) : [...shown, field];
    if (next.length > 0) onList({ ...list, columns: next });
  };
  return (
    <DataTable
      label="Events"
      columns={useMemo(() => [...columns, SUMMARY], [columns])}
      rowCount={Math.max(events, ROWS_SHOWN)}
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
      placeOf={sameRow}
      kept={{ layout: tableLayoutOf({ columns: shown, sort: list.sort }, columns, clock), onLayout }}
      managed={{
        count,
        fixedColumns: 1,
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
