/** Of a monospaced character at the table's text size. */
const CHARACTER = 7.85;
const PADDING = 22;
/** Room for the sort mark and the menu button beside a header. */
const CONTROLS = 40;
const NARROWEST = 64;
const WIDEST = 400;

/** A first width for each column that shows its header and most of the given cells whole, in pixels. */
export function columnWidths(columns: readonly string[], rows: readonly { readonly cells: readonly (string | null)[] }[]): number[] {
  return columns.map((name, column) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0);
    const wanted = Math.max(name.length * CHARACTER + CONTROLS, longest * CHARACTER + PADDING);
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
  });
}
