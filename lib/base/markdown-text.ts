/** A text on one line of Markdown: none of it becomes markup, whatever a dataset holds. */
export function markdownText(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\\`*_[\]<>|&#~]/g, (character) => `\\${character}`);
}
