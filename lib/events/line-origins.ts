/**
 * Where a text was made from another one: the line of that one on which each of its lines began. Only of lines that are not in a segment
 * yet: those of all would take as much again as the index has for them.
 */
export class LineOrigins {
  /** False once two events began on one line of the other text. */
  areApart = true;
  private lines: number[] = [];
  /** The line that the first of `lines` is about. */
  private first = 1;
  private last = 0;

  /** Of the lines that come next. */
  add(lines: readonly number[]): void {
    for (const line of lines) this.lines.push(line);
  }

  of(line: number): number {
    return this.lines[line - this.first];
  }

  /** Gives the events of the next segment the lines on which they began; those and the ones before are not asked for again. */
  replace(lines: Uint32Array): void {
    if (lines.length === 0) return;
    const next = lines[lines.length - 1] + 1;
    lines.forEach((line, i) => {
      const origin = this.of(line);
      if (origin <= this.last) this.areApart = false;
      this.last = origin;
      lines[i] = origin;
    });
    this.lines = this.lines.slice(next - this.first);
    this.first = next;
  }
}
