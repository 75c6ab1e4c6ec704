/** A notebook's cell as its file has it. */
export interface GivenCell {
  readonly cell_type: string;
  readonly source: unknown;
}

/** A text whose cells' lines are a list, as Jupyter writes them. */
export function markdownCell(...lines: readonly string[]): GivenCell {
  return { cell_type: 'markdown', source: lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line)) };
}

/** Its source is one text, which is as legal. */
export function codeCell(...lines: readonly string[]): GivenCell {
  return { cell_type: 'code', source: lines.join('\n') };
}

/** The file of a notebook in nbformat 4. */
export function notebookFile(cells: readonly GivenCell[]): string {
  const whole = cells.map((cell) => ({ ...cell, metadata: {}, ...(cell.cell_type === 'code' && { execution_count: null, outputs: [] }) }));
  return JSON.stringify({ cells: whole, metadata: { kernelspec: { name: 'python3' } }, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
