/** The hunt with one reading edited, as somebody does who changes a pattern; each `run` edits it another way. */
export function withOneEdit(document: string, run: number): string {
  return document.replace(CODE_END, `${'\n'.repeat(run)}\n\`\`\`\n`);
}

/** The hunt with all readings edited: nothing that was found, compiled or read of them before serves. */
export function withAllEdited(document: string, run: number): string {
  return document.replaceAll(CODE_END, `${'\n'.repeat(run)}\n\`\`\`\n`);
}

const CODE_END = '\n```\n';
