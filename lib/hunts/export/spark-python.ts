import type { SparkAnalytic, SparkExport, SparkQuery } from './spark-export';
import { pythonBlock, pythonComment, pythonString } from './python-text';

/*
 * The Python that script and notebook share. Sources: Spark's configuration (https://spark.apache.org/docs/latest/configuration.html),
 * its literals (https://spark.apache.org/docs/latest/sql-ref-literals.html) and ANSI mode
 * (https://spark.apache.org/docs/latest/sql-ref-ansi-compliance.html).
 */

export const IMPORTS = `import os
import shutil
import sys
import tarfile
import tempfile
import zipfile

from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import StructType`;

/** The session, with the settings under which Spark reads the queries as hunts mean them. */
export function sessionCode(name: string): string {
  return `spark = SparkSession.builder.appName(${pythonString(name)}).getOrCreate()
# Datasets hold names that differ only in case. Text that is no number is NULL beside a number, and no error (Spark 4 would stop).
spark.conf.set("spark.sql.caseSensitive", "true")
spark.conf.set("spark.sql.ansi.enabled", "false")
spark.conf.set("spark.sql.parser.escapedStringLiterals", "false")`;
}

/** Defines read_events(path): the events of an archive, a file, or a folder or address that Spark reads itself. */
export function readingCode({ file }: SparkExport): string {
  return `# The files in the archive that hold events; of an archive without them, all are read.
MEMBERS = ${pythonList(file.members)}


def unpacked(path):
    """What Spark reads: an archive's files, copied out; anything else as it is. On a cluster, give a path that every node sees."""
    if not os.path.isfile(path):
        return [path]
    if zipfile.is_zipfile(path):
        archive = zipfile.ZipFile(path)
        names = [each.filename for each in archive.infolist() if not each.is_dir()]
        return copied(archive.open, names)
    if tarfile.is_tarfile(path):
        archive = tarfile.open(path)
        names = [each.name for each in archive.getmembers() if each.isfile()]
        return copied(archive.extractfile, names)
    return [path]


def copied(open_member, names):
    folder = tempfile.mkdtemp()
    real = [name for name in names if not name.startswith("__MACOSX/")]
    paths = []
    for name in [name for name in real if name in MEMBERS] or real:
        path = os.path.join(folder, f"{len(paths)}-{os.path.basename(name)}")
        with open_member(name) as source, open(path, "wb") as target:
            shutil.copyfileobj(source, target)
        paths.append(path)
    return paths


def read_events(path):
    paths = unpacked(path)
    if all(each.lower().endswith((".csv", ".tsv")) for each in paths):
        separator = "\\t" if paths[0].lower().endswith(".tsv") else ","
        return spark.read.csv(paths, header=True, sep=separator, escape='"', multiLine=True)
    first = spark.read.text(paths).where("trim(value) <> ''").first()
    is_array = first is not None and first[0].lstrip("\\ufeff \\t").startswith("[")
    return spark.read.json(paths, multiLine=is_array)`;
}

/** Defines with_fields(events): each name of the queries as a column. */
export function fieldsCode({ fields }: SparkExport): string {
  const entries = [...fields].map(([name, sources]) => `    ${pythonString(name)}: ${pythonList(sources)},\n`).join('');
  return `# What the queries call a field, and what this dataset calls it. One that is nowhere is NULL.
FIELDS = {
${entries}}


def column_at(schema, names):
    """The names of the columns that lead to a dotted field; None if it is not there."""
    for end in range(len(names), 0, -1):
        name = ".".join(names[:end])
        if name not in schema.names:
            continue
        if end == len(names):
            return [name]
        inner = schema[name].dataType
        rest = column_at(inner, names[end:]) if isinstance(inner, StructType) else None
        if rest is not None:
            return [name] + rest
    return None


def with_fields(events):
    for name, sources in FIELDS.items():
        places = [column_at(events.schema, source.split(".")) for source in sources or [name]]
        places = [place for place in places if place is not None]
        if places and places[0] == name.split(".") and len(places) == 1:
            continue
        if not places:
            print(f"No event has the field {name}: it is NULL everywhere.")
        columns = [F.col(".".join(f"\`{part}\`" for part in place)) for place in places]
        events = events.withColumn(name, F.coalesce(*columns) if columns else F.lit(None).cast("string"))
    return events`;
}

/** Makes the events known under the names that the queries use. */
export function viewsCode({ tables }: SparkExport): string {
  return tables.map((table) => `events.createOrReplaceTempView(${pythonString(table)})`).join('\n');
}

export function queryTitle({ analytic }: SparkAnalytic, { reading }: SparkQuery): string {
  return `Analytic ${analytic.id}, ${reading.kind === 'sql' ? 'published SQL' : 'hardened SQL'}`;
}

/** What is to be said of a query, as a comment; empty if nothing is. */
export function queryRemarks({ repairs, refused }: SparkQuery): string {
  const remarks = [
    ...(refused === null ? [] : [`Huntbook could not read this query: ${refused}`]),
    ...repairs.map(({ written, spark }) => (written === '' ? `For Spark ${spark} was added.` : `For Spark ${written} became ${spark}`)),
  ];
  return remarks.map((remark) => `${pythonComment(remark)}\n`).join('');
}

export function sqlCode({ sql }: SparkQuery): string {
  return pythonBlock(sql.trim());
}

function pythonList(texts: readonly string[]): string {
  return `[${texts.map(pythonString).join(', ')}]`;
}
