/** A text to mark wherever it stands. `matchCase` false: A to Z equal a to z. */
export interface TextMark {
  readonly text: string;
  readonly matchCase: boolean;
}

/** The text in pieces, every second of which is a place of the mark. */
export function cutAtMarks(text: string, mark: TextMark): readonly string[] {
  const [where, wanted] = mark.matchCase ? [text, mark.text] : [lowered(text), lowered(mark.text)];
  const pieces: string[] = [];
  let from = 0;
  for (let at = where.indexOf(wanted); at >= 0 && wanted !== ''; at = where.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...pieces, text.slice(from)];
}

/** Unlike toLowerCase, leaves every character in its place. */
function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (char) => char.toLowerCase());
}
