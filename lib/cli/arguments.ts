import { parseArgs } from 'node:util';
import { DEFAULT_MAX_BYTES } from '@/lib/base/inflated-bytes';
import { err, ok, type Result } from '@/lib/base/result';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import { EXPORT_FORMATS, isOfReading, readExport, type WantedExport } from './export-formats';

const GIB = 2 ** 30;

export const USAGE = `Usage: npm run --silent hunt -- FILE [options]

Runs a hunt over a dataset: events as JSON, CSV or Linux audit lines, plain or in a zip, gzip or tar archive.

  --hunt ID|FILE      a hunt of this project by its ID, or a notebook, .md or .ipynb (default: smb-create-remote-file)
  --analytic ID       only this analytic (default: all)
  --reading KIND      sql, pandas, hardened or all (default: all)
  --member NAME       read only this file of the dataset; may be given several times (default: all that hold events)
  --max-gib N         allow archives to inflate to N GiB (default: ${DEFAULT_MAX_BYTES / GIB})
  --answer-key FILE   hold what is found against an answer key: found, missed and false alarms
  --export FORMAT=FILE
                      write a file as well; may be given several times. The rows of one analytic in one reading, or the events behind
                      them: rows-csv, rows-ndjson, sources-ndjson, sources-timesketch; that reading as a rule: eql, sigma. All events:
                      events-csv, events-ndjson, events-timesketch. The hunt, or one analytic of it: finding, pyspark, jupyter; all of
                      it: navigator
  --report            tell what was read instead of running a hunt: fields, hosts, clocks, what was skipped
  --json              print the whole result, or the whole report, as JSON
  --help              print this
`;

export type ReadingChoice = ReadingKind | 'all';

export type CliArguments =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly file: string;
      readonly hunt: string;
      /** Its ID; undefined: all. */
      readonly analytic: string | undefined;
      readonly reading: ReadingChoice;
      readonly exports: readonly WantedExport[];
      readonly json: boolean;
      readonly report: boolean;
      /** A path; undefined: none. */
      readonly answerKey: string | undefined;
      /** Names; undefined: all. */
      readonly members: readonly string[] | undefined;
      readonly maxBytes: number;
    };

const CHOICES: readonly ReadingChoice[] = ['sql', 'pandas', 'hardened', 'all'];

/** The error is one line. */
export function readArguments(args: readonly string[]): Result<CliArguments, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return ok({ kind: 'help' });
  if (positionals.length !== 1) return err(positionals.length === 0 ? 'No dataset file was given.' : `One dataset file is wanted, not ${positionals.length}.`);
  const reading = CHOICES.find((choice) => choice === values.reading);
  if (!reading) return err(`--reading is one of ${CHOICES.join(', ')}, not "${values.reading}".`);
  const maxBytes = Number(values['max-gib']) * GIB;
  if (!(maxBytes > 0)) return err(`--max-gib is a number of GiB, not "${values['max-gib']}".`);
  const { analytic, json, report } = values;
  const exports: WantedExport[] = [];
  for (const text of values.export) {
    const wanted = readExport(text);
    if (!wanted) return err(`--export is FORMAT=FILE with one of ${EXPORT_FORMATS.join(', ')}, not "${text}".`);
    if (isOfReading(wanted.format) && (analytic === undefined || reading === 'all')) return err(`--export ${wanted.format} is of one reading: say which with --analytic and --reading.`);
    exports.push(wanted);
  }
  if (report && exports.length > 0) return err('--export goes with a hunt, and --report runs none.');
  return ok({ kind: 'run', file: positionals[0], hunt: values.hunt, analytic, reading, exports, json, report, answerKey: values['answer-key'], members: values.member, maxBytes });
}

function parse(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          hunt: { type: 'string', default: 'smb-create-remote-file' },
          analytic: { type: 'string' },
          export: { type: 'string', multiple: true, default: [] },
          reading: { type: 'string', default: 'all' },
          member: { type: 'string', multiple: true },
          'max-gib': { type: 'string', default: String(DEFAULT_MAX_BYTES / GIB) },
          report: { type: 'boolean', default: false },
          'answer-key': { type: 'string' },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    );
  } catch (error) {
    return err(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}
