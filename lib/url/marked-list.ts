/*
 * How a list of texts stands in one value of the address: with commas between them, and '~' before a character that would else be a
 * mark.
 */

export function escaped(text: string, marks: string): string {
  return text.replace(/[~,:]/g, (char) => (char === '~' || marks.includes(char) ? `~${char}` : char));
}

/** A name whose first character is none of the marks that a part begins with. */
export function startEscaped(name: string, isEscaped = false): string {
  const text = isEscaped ? name : escaped(name, '');
  return /^[-/@]/.test(text) ? `~${text}` : text;
}

/** Null where the mark stands before nothing. */
export function unescaped(text: string): string | null {
  return /^(?:[^~]|~.)*$/su.test(text) ? text.replace(/~(.)/gsu, '$1') : null;
}

/** At every `mark` that is not escaped. */
export function splitAt(text: string, mark: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === mark) parts.push('');
    else {
      parts[parts.length - 1] += text[at];
      if (text[at] === '~' && at + 1 < text.length) parts[parts.length - 1] += text[++at];
    }
  }
  return parts;
}
