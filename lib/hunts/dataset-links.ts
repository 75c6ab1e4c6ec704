import { fencedCode } from './code-fence';
import type { OutlinePart } from './document-outline';
import type { DatasetLink } from './hunt-document';
import { tableRows, type MarkdownBlock, type TableRowText } from './markdown-blocks';

/** An address that ends as a dataset does. */
const DATASET_ADDRESS = /https?:\/\/[^\s'"`<>()|[\]]+\.(?:zip|tar\.gz|tgz|tar|gz|jsonl?|ndjson|csv)\b/gi;

/**
 * The datasets that a section names: a "Metadata | Value" table has a row "link" for each; in a section about datasets, so does each row of a
 * table with a column "Link".
 */
export function datasetLinks(part: OutlinePart): DatasetLink[] {
  return part.blocks.flatMap((block) => {
    if (block.node.type !== 'table') return [];
    const { header, rows } = tableRows(block.node, block.linesBefore);
    if (header[0] === 'metadata') return fromMetadata(rows);
    return /data\s*sets?/i.test(part.heading) ? fromColumns(header, rows) : [];
  });
}

/** A key that comes again begins the next dataset. */
function fromMetadata(rows: readonly TableRowText[]): DatasetLink[] {
  const groups: Map<string, TableRowText>[] = [];
  for (const row of rows) {
    const key = (row.cells[0] ?? '').toLowerCase();
    const last = groups.at(-1);
    if (last === undefined || last.has(key)) groups.push(new Map([[key, row]]));
    else last.set(key, row);
  }
  return groups.flatMap((group) => {
    const link = group.get('link');
    const address = link && (link.links[1] ?? link.cells[1]);
    return link && address ? [{ title: textOf(group.get('title')), link: address, docs: addressOf(group.get('docs')), line: link.line }] : [];
  });
}

function fromColumns(header: readonly string[], rows: readonly TableRowText[]): DatasetLink[] {
  const at = header.findIndex((cell) => /^(?:link|url|download)$/.test(cell));
  const title = header.findIndex((cell) => /^(?:title|name|data\s*set)$/.test(cell));
  if (at < 0) return [];
  return rows.flatMap(({ cells, links, line }) => {
    const link = links[at] ?? cells[at];
    return link ? [{ title: cells[title] || null, link, docs: null, line }] : [];
  });
}

/** Where no table names one: the addresses that the code fetches. */
export function datasetsInCode(blocks: readonly MarkdownBlock[]): DatasetLink[] {
  const found = new Map<string, DatasetLink>();
  for (const block of blocks) {
    const code = fencedCode(block);
    if (code === null) continue;
    for (const match of code.text.matchAll(DATASET_ADDRESS)) {
      const line = code.line + code.text.slice(0, match.index).split('\n').length - 1;
      if (!found.has(match[0])) found.set(match[0], { title: null, link: match[0], docs: null, line });
    }
  }
  return [...found.values()];
}

function textOf(row: TableRowText | undefined): string | null {
  return row?.cells[1] || null;
}

function addressOf(row: TableRowText | undefined): string | null {
  return row?.links[1] ?? textOf(row);
}
