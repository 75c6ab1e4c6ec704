import { assertNever } from '@/lib/base/assert-never';
import type { EventTable } from '@/lib/events/event-table';
import { jupyterNotebook } from '@/lib/hunts/export/jupyter-notebook';
import { pysparkScript } from '@/lib/hunts/export/pyspark-script';
import { sparkExport } from '@/lib/hunts/export/spark-export';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import type { DatasetSummary } from './dataset-shapes';
import type { ExportedFile, ExportRequest } from './export-shapes';

/** A hunt that was run, or one analytic of it, as a file for another engine over the same dataset. */
export function exportHunt({ format, analytic }: ExportRequest, result: HuntResult, { name, members }: DatasetSummary, table: EventTable): ExportedFile {
  const spark = sparkExport(result, analytic, { name, members: members.filter(({ events }) => events > 0).map((member) => member.name) }, table);
  const stem = [result.document.id, ...(analytic === null ? [] : [analytic])].join('-').toLowerCase();
  switch (format) {
    case 'pyspark':
      return { name: `${stem}.py`, type: 'text/x-python', text: pysparkScript(spark) };
    case 'jupyter':
      return { name: `${stem}.ipynb`, type: 'application/x-ipynb+json', text: jupyterNotebook(spark) };
    default:
      return assertNever(format);
  }
}
