/** "notebook.ipynb" → "notebook-edited.md": an edited hunt is no longer the file that it was. */
export function editedName(name: string): string {
  const stem = name.replace(/\.(?:md|markdown|ipynb)$/i, '').replace(/-edited$/, '');
  return `${stem}-edited.md`;
}
