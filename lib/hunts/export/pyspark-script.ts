import { pythonComment, pythonString } from './python-text';
import type { SparkAnalytic, SparkExport } from './spark-export';
import { fieldsCode, IMPORTS, queryRemarks, queryTitle, readingCode, sessionCode, sqlCode, viewsCode } from './spark-python';

/**
 * A PySpark script that runs the SQL readings over the same file, or over another path given as its argument. Made for PySpark 3.2 and
 * later; it needs nothing else.
 */
export function pysparkScript(spark: SparkExport): string {
  const { document, file, analytics } = spark;
  const parts = [
    pythonComment(`${document.title}\n\nRun it with: spark-submit SCRIPT [PATH]\nPATH is the dataset: ${file.name} where none is given.\nMade by Huntbook.`),
    IMPORTS,
    sessionCode(document.title),
    `${readingCode(spark)}\n`,
    `${fieldsCode(spark)}\n`,
    `events = with_fields(read_events(sys.argv[1] if len(sys.argv) > 1 else ${pythonString(file.name)})).cache()\n${viewsCode(spark)}\nprint(f"{events.count()} events")\n`,
    `def run(title, sql):\n    rows = spark.sql(sql)\n    print(f"\\n{title}: {rows.count()} rows")\n    rows.show(truncate=False)\n`,
    ...analytics.map(analyticCode),
  ];
  return `${parts.join('\n\n')}\n`;
}

function analyticCode(analytic: SparkAnalytic): string {
  const runs = analytic.queries.map((query) => `${queryRemarks(query)}run(${pythonString(queryTitle(analytic, query))}, ${sqlCode(query)})`);
  const { id, title } = analytic.analytic;
  return [pythonComment(title === `Analytic ${id}` ? title : `Analytic ${id}: ${title}`), ...runs].join('\n');
}
