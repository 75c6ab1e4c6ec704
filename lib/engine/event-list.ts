import { rowId } from '@/lib/base/row-id';
import type { TextScan } from '@/lib/events/event-table';
import { mergeHosts, NO_HOST } from '@/lib/sessions/hosts';
import { eventOrder, timesOf } from '@/lib/sessions/event-order';
import { rankTexts } from './cell-order';
import type { EventFilter, TextSearch } from './event-filter-shapes';
import type { EventCount, EventPlaceRequest, EventsPage, EventsRequest } from './event-list-shapes';
import { gist } from './event-summary';
import { fieldColumn, FilteredEvents } from './filtered-events';
import type { OpenTable } from './open-table';

/** How long one call may look for a text: then it tells what it has, so that the page hears in time and may ask for something else. */
const TURN_MILLIS = 12;

const lists = new WeakMap<OpenTable, EventList>();

/** The same list for the same dataset, whoever asks for the events that meet a filter. */
export function eventListOf(open: OpenTable): EventList {
  const list = lists.get(open) ?? new EventList(open);
  lists.set(open, list);
  return list;
}

/** All events of the open dataset, filtered and sorted. What was asked for last is kept, since paging asks for it again and again. */
class EventList {
  private filtered: { readonly key: string; readonly events: FilteredEvents } | null = null;
  private search: { readonly key: string; readonly scan: TextScan } | null = null;
  private sorted: { readonly key: string; readonly rows: Uint32Array } | null = null;
  private byTime: Uint32Array | null = null;
  private listed: { readonly key: string; readonly rows: Uint32Array } | null = null;

  constructor(private readonly open: OpenTable) {}

  /** The events that meet the filter, as far as its text was searched for until now. */
  of(filter: EventFilter): FilteredEvents {
    const key = JSON.stringify(filter);
    if (this.filtered?.key !== key) this.filtered = { key, events: new FilteredEvents(this.open, filter, this.scanOf(filter.text)) };
    return this.filtered.events;
  }

  /** Goes on searching for the filter's text for a while. */
  count(filter: EventFilter): EventCount {
    const events = this.of(filter);
    const isDone = events.advance(TURN_MILLIS);
    const scan = this.scanOf(filter.text);
    return { events: events.count(), hits: events.countHits(), searched: scan && !isDone ? scan.bytesSeen / scan.byteCount : 1, isDone };
  }

  page({ filter, sort, columns, offset, limit }: EventsRequest): EventsPage {
    const rows = this.rows(filter, sort);
    const { table } = this.open;
    const cells = columns.map((field) => {
      const { found } = table.resolve(field);
      return found === null ? null : table.cells(found);
    });
    return {
      total: rows.length,
      rows: Array.from(rows.subarray(offset, offset + limit), (row) => ({ ref: this.open.ref(rowId(row)), cells: cells.map((column) => column && column.text(column.codeAt(row))), gist: gist(this.open, rowId(row)) })),
    };
  }

  /** Where an event stands among those that meet the filter, in order; null if it is none of them. */
  place({ filter, sort, event }: EventPlaceRequest): number | null {
    const row = this.open.table.rowAt(event);
    const place = row === null ? -1 : this.rows(filter, sort).indexOf(row);
    return place < 0 ? null : place;
  }

  /** The search for a text; the same one for the same text. */
  scanOf(text: TextSearch | null): TextScan | null {
    if (text === null) return null;
    const key = JSON.stringify(text);
    if (this.search?.key !== key) this.search = { key, scan: this.open.table.scan(text.text, text.matchCase) };
    return this.search.scan;
  }

  /** The rows that meet the filter, in order. */
  rows(filter: EventFilter, sort: EventsRequest['sort']): Uint32Array {
    const events = this.of(filter);
    const key = JSON.stringify([filter, sort, this.scanOf(filter.text)?.rows.length ?? 0]);
    if (this.listed?.key !== key) this.listed = { key, rows: events.among(this.order(sort)) };
    return this.listed.rows;
  }

  private order(sort: EventsRequest['sort']): Uint32Array {
    const key = JSON.stringify(sort);
    if (this.sorted?.key !== key) this.sorted = { key, rows: this.orderBy(sort) };
    return this.sorted.rows;
  }

  private orderBy({ field, descending }: EventsRequest['sort']): Uint32Array {
    this.byTime ??= timeOrder(this.open);
    if (field === null) return descending ? this.byTime.toReversed() : this.byTime;
    const column = fieldColumn(this.open.table, field);
    if (!column) return this.byTime;
    const texts = Array.from({ length: column.size }, (_, code) => column.text(code));
    const ranks = rankTexts(texts);
    const last = ranks.size;
    const rankOfCode = Uint32Array.from(texts, (text) => {
      const rank = text === null ? undefined : ranks.get(text);
      return rank === undefined ? last : descending ? last - 1 - rank : rank;
    });
    return inBuckets(this.byTime, column.codes, rankOfCode, last + 1);
  }
}

/** Rows by the rank of their code; those of one rank stay in order. */
function inBuckets(rows: Uint32Array, codes: Uint32Array, rankOfCode: Uint32Array, ranks: number): Uint32Array {
  const starts = new Uint32Array(ranks + 1);
  for (const code of codes) starts[rankOfCode[code] + 1]++;
  for (let rank = 0; rank < ranks; rank++) starts[rank + 1] += starts[rank];
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[starts[rankOfCode[codes[row]]]++] = row;
  return sorted;
}

/** All rows by time, then host, log and record number. */
function timeOrder({ table, columns, clock }: OpenTable): Uint32Array {
  const hosts = columns.column('Hostname');
  const names = Array.from({ length: hosts?.size ?? 1 }, (_, code) => hosts?.text(code) || NO_HOST);
  const merged = mergeHosts(names);
  const ranks = rankTexts(merged.names);
  const rankOfCode = names.map((name) => ranks.get(merged.names[merged.indexOf(name) ?? 0]) ?? 0);
  const hostOf = (row: number): number => rankOfCode[hosts ? hosts.codes[row] : 0];
  const order = Array.from({ length: table.rowCount }, (_, row) => rowId(row));
  return Uint32Array.from(order.sort(eventOrder(columns, timesOf(table.rowCount, clock, hostOf), hostOf)));
}
