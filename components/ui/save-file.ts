/** Gives the viewer a file to keep, as a download does. Nothing is requested: what it holds is on the page. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes its own hold of the blob when the click is handled, which is after this.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
