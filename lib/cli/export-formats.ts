/** What `--export` writes: the formats of the app's export menus, by what they hold. */
export const EXPORT_FORMATS = [
  'rows-csv', 'rows-ndjson', 'sources-ndjson', 'sources-timesketch', 'eql', 'sigma',
  'events-csv', 'events-ndjson', 'events-timesketch',
  'finding', 'pyspark', 'jupyter', 'navigator',
] as const;

export type CliExportFormat = (typeof EXPORT_FORMATS)[number];

export interface WantedExport {
  readonly format: CliExportFormat;
  /** A path. */
  readonly file: string;
}

/** Those that are of one reading of one analytic. */
export function isOfReading(format: CliExportFormat): boolean {
  return /^(?:rows|sources)-|^(?:eql|sigma)$/.test(format);
}

/** "rows-csv=hits.csv"; null where it is none. */
export function readExport(text: string): WantedExport | null {
  const [name, ...rest] = text.split('=');
  const file = rest.join('=');
  const format = EXPORT_FORMATS.find((each) => each === name);
  return format && file !== '' ? { format, file } : null;
}
