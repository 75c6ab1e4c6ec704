import { pythonString } from './python-text';
import type { SparkAnalytic, SparkExport } from './spark-export';
import { fieldsCode, IMPORTS, queryRemarks, queryTitle, readingCode, sessionCode, sqlCode, viewsCode } from './spark-python';

interface Cell {
  readonly kind: 'markdown' | 'code';
  readonly text: string;
}

/**
 * The same hunt as a Jupyter notebook (nbformat 4.5, https://nbformat.readthedocs.io/en/latest/format_description.html): its prose, its SQL
 * readings on Spark, and its pandas readings as published.
 */
export function jupyterNotebook(spark: SparkExport): string {
  const { document, file, analytics } = spark;
  const cells: Cell[] = [
    markdown(`# ${document.title}`),
    ...document.sections.map(({ heading, markdown: text }) => markdown(`## ${heading}\n\n${text}`)),
    markdown('## Read the dataset'),
    code(`${IMPORTS}\n\n${sessionCode(document.title)}`),
    code(readingCode(spark)),
    code(fieldsCode(spark)),
    code(`events = with_fields(read_events(${pythonString(file.name)})).cache()\n${viewsCode(spark)}\nevents.count()`),
    ...analytics.flatMap(analyticCells),
  ];
  const notebook = {
    cells: cells.map(({ kind, text }, at) => ({
      cell_type: kind,
      id: `cell-${at + 1}`,
      metadata: {},
      source: text.split(/(?<=\n)/),
      ...(kind === 'code' ? { execution_count: null, outputs: [] } : {}),
    })),
    metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function analyticCells(analytic: SparkAnalytic): Cell[] {
  const { id, title, description } = analytic.analytic;
  const heading = title === `Analytic ${id}` ? title : `Analytic ${id}: ${title}`;
  return [
    markdown(`## ${heading}\n\n${description}`),
    ...analytic.queries.flatMap((query) => [
      markdown(`### ${queryTitle(analytic, query)}`),
      code(`${queryRemarks(query)}rows = spark.sql(${sqlCode(query)})\nprint(rows.count())\nrows.show(truncate=False)`),
    ]),
    ...(analytic.pandas === null
      ? []
      : [
          markdown(`### Analytic ${id}, published pandas\n\nEverything is collected onto one machine for it.`),
          code(`import pandas as pd\n\ndf = events.toPandas()\n\n${analytic.pandas.code}`),
        ]),
  ];
}

function markdown(text: string): Cell {
  return { kind: 'markdown', text: text.trim() };
}

function code(text: string): Cell {
  return { kind: 'code', text: text.trim() };
}
