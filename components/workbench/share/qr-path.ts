/** Characters of a link that still make a code which a phone reads from a projector: about 90 modules a side. */
export const LONGEST_CODE = 700;

/** The dark modules of a QR code as an SVG path, a module being one unit: a rectangle for each run in a row. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join('');
}
