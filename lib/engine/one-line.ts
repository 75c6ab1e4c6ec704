/** An event's JSON on one line: a line end between its tokens means no more than a space does. */
export function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ');
}
