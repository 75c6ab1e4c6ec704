export interface PathParts {
  /** With the backslash at its end. */
  readonly directory: string;
  readonly name: string;
}

/** From a drive, a device or a share on; a registry key, a command line and a share alone are none. */
const PATH = /^(?:[a-z]:|\\\\[^\\*?"]+\\[^\\]+|\\Device\\[^\\]+|\\\?\?\\[a-z]:)\\[^"*?<>|\n]*$/i;

/** What a file's path is made of; null for a value that is none. `field` null: any. What a 5145 names is a path below its share. */
export function pathParts(field: string | null, value: string): PathParts | null {
  const bare = field?.slice(field.lastIndexOf('.') + 1).toLowerCase();
  if (bare === 'commandline' || bare === 'parentcommandline') return null;
  if (!PATH.test(value) && (bare !== 'relativetargetname' || !value.includes('\\'))) return null;
  const end = value.lastIndexOf('\\') + 1;
  return end === value.length ? null : { directory: value.slice(0, end), name: value.slice(end) };
}
