import type { Engine, ReadingAddress } from '@/lib/engine/engine';
import type { ExportFormat } from '@/lib/engine/export-shapes';
import type { EventsWanted, RowsWanted } from '@/lib/engine/record-shapes';
import { trackBusy } from '@/components/ui/busy';
import { saveRecords, showTranslation } from './export-run';

/** Something to export, for a menu and for the palette. */
export interface ExportChoice {
  readonly name: string;
  readonly run: () => void;
}

/** A hunt as files; those of the first kind are made of one analytic as well. */
export const HUNT_FILES: readonly { readonly format: ExportFormat; readonly name: string; readonly ofAnalytic: boolean }[] = [
  { format: 'pyspark', name: 'PySpark script', ofAnalytic: true },
  { format: 'jupyter', name: 'Jupyter notebook', ofAnalytic: true },
  { format: 'finding', name: 'Finding (Markdown)', ofAnalytic: true },
  { format: 'navigator', name: 'ATT&CK Navigator layer', ofAnalytic: false },
];

/** The rows of a reading that its table shows, in its order, and the events behind them. */
export function rowChoices(engine: Engine, rows: RowsWanted): readonly ExportChoice[] {
  const what = rows.filters.length > 0 || rows.time ? 'Rows shown' : 'Rows';
  return [
    { name: `${what}: CSV`, run: () => saveRecords(engine, { of: 'rows', format: 'csv', rows }) },
    { name: `${what} with their events: NDJSON`, run: () => saveRecords(engine, { of: 'rows', format: 'ndjson', rows }) },
    { name: 'Source events: NDJSON', run: () => saveRecords(engine, { of: 'sources', format: 'ndjson', rows }) },
    { name: 'Source events: Timesketch JSONL', run: () => saveRecords(engine, { of: 'sources', format: 'timesketch', rows }) },
  ];
}

/** A reading as a rule for a detection system. */
export function ruleChoices(engine: Engine, reading: ReadingAddress): readonly ExportChoice[] {
  return [
    { name: 'Copy as Elastic EQL…', run: () => showTranslation(engine, { ...reading, language: 'eql' }) },
    { name: 'Copy as Sigma…', run: () => showTranslation(engine, { ...reading, language: 'sigma' }) },
  ];
}

/** `columns` null: those that are shown where nobody has chosen. */
export function eventChoices(engine: Engine, { columns, ...wanted }: Omit<EventsWanted, 'columns'> & { readonly columns: EventsWanted['columns'] | null }): readonly ExportChoice[] {
  const csv = async () => saveRecords(engine, { of: 'events', format: 'csv', events: { ...wanted, columns: columns ?? (await engine.eventFields(wanted.filter)).columns } });
  const events = { ...wanted, columns: [] };
  return [
    { name: 'Events: CSV', run: () => void trackBusy(csv().catch(() => undefined)) },
    { name: 'Events: NDJSON', run: () => saveRecords(engine, { of: 'events', format: 'ndjson', events }) },
    { name: 'Events: Timesketch JSONL', run: () => saveRecords(engine, { of: 'events', format: 'timesketch', events }) },
  ];
}
