/** A length of the layout, which grows with the root size. */
export function inRem(pixels: number): string {
  return `${pixels / 16}rem`;
}
