import { assertNever } from '@/lib/base/assert-never';
import type { EventTable } from '@/lib/events/event-table';
import { UserError } from '@/lib/base/user-error';
import { eqlOf } from '@/lib/hunts/export/eql';
import { finding } from '@/lib/hunts/export/finding';
import { navigatorLayer, techniquesOf } from '@/lib/hunts/export/navigator-layer';
import { portableQueries } from '@/lib/hunts/export/portable-query';
import { aboutAnalytic, sigmaOf, type RuleAbout } from '@/lib/hunts/export/sigma';
import { jupyterNotebook } from '@/lib/hunts/export/jupyter-notebook';
import { pysparkScript } from '@/lib/hunts/export/pyspark-script';
import { sparkExport } from '@/lib/hunts/export/spark-export';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import type { DatasetSummary } from './dataset-shapes';
import type { ExportedFile, ExportRequest, TranslatedReading, TranslationRequest } from './export-shapes';
import type { KeptResult } from './kept-result';
import { notFound } from './open-table';

/** A hunt that was run, or one analytic of it, as a file for another engine over the same dataset. */
export function exportHunt({ format, analytic }: ExportRequest, result: HuntResult, summary: DatasetSummary, table: EventTable): ExportedFile {
  const { name, members } = summary;
  const spark = sparkExport(result, analytic, { name, members: members.filter(({ events }) => events > 0).map((member) => member.name) }, table);
  const stem = [result.document.id, ...(analytic === null ? [] : [analytic])].join('-').toLowerCase();
  switch (format) {
    case 'pyspark':
      return { name: `${stem}.py`, type: 'text/x-python', text: pysparkScript(spark) };
    case 'jupyter':
      return { name: `${stem}.ipynb`, type: 'application/x-ipynb+json', text: jupyterNotebook(spark) };
    case 'navigator':
      if (techniquesOf(result.document).length === 0) {
        throw new UserError({ code: 'not-found', message: 'This hunt names no ATT&CK technique, so a layer of it would be empty.', advice: 'Edit the hunt: name its techniques at its top, as in "techniques: [T1021.002]".' });
      }
      return { name: `${stem}.layer.json`, type: 'application/json', text: navigatorLayer(result, summary) };
    case 'finding':
      return { name: `${stem}.finding.md`, type: 'text/markdown', text: finding(result, analytic, summary, table) };
    default:
      return assertNever(format);
  }
}

/** @throws UserError 'not-found', also where the reading cannot be read */
export function translateReading({ analytic: id, reading: kind, language }: TranslationRequest, { document, analytics }: HuntResult, table: EventTable): TranslatedReading {
  const of = analytics.find(({ analytic }) => analytic.id === id);
  const reading = of?.readings.find((each) => each.kind === kind);
  if (!of || !reading) throw notFound(`This hunt has no analytic ${id} (${kind}).`);
  if (reading.query === null) throw notFound(`Analytic ${id} (${kind}) cannot be read: ${reading.error?.message ?? 'it has an error'}`);
  return translated({ kind, query: reading.query, rows: reading.table }, language, aboutAnalytic(document, of.analytic), table);
}

const OF_NO_HUNT: RuleAbout = { stem: 'query', title: 'Query', description: '', license: null, techniques: [] };

/** The same of a query of no hunt. */
export function translateQuery({ table: rows, explanation }: KeptResult, { reading, language }: TranslationRequest, table: EventTable): TranslatedReading {
  return translated({ kind: reading, query: explanation.query, rows }, language, OF_NO_HUNT, table);
}

function translated(reading: Parameters<typeof portableQueries>[0], language: TranslationRequest['language'], about: RuleAbout, table: EventTable): TranslatedReading {
  const queries = portableQueries(reading, table);
  return language === 'eql' ? eqlOf(queries) : sigmaOf(queries, about);
}
