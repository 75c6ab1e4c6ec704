/** What a pattern uses that is not supported; the message follows the pattern in a sentence. */
export class PatternError extends Error {}

/** A place in a pattern. */
export class PatternReader {
  private at = 0;
  constructor(private readonly text: string) {}

  done(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text.slice(this.at, this.at + 1);
  }

  next(): string {
    return this.text.slice(this.at, ++this.at);
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Moves past `text` if it stands here. */
  take(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What `regex` (anchored) matches here. */
  lookAhead(regex: RegExp): RegExpExecArray | null {
    return regex.exec(this.text.slice(this.at));
  }

  /** Moves past what `regex` (anchored) matches here. */
  match(regex: RegExp): RegExpExecArray | null {
    const found = regex.exec(this.text.slice(this.at));
    if (found !== null) this.at += found[0].length;
    return found;
  }
}
