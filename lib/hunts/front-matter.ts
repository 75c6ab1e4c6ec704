import { parse, YAMLParseError } from 'yaml';
import type { LineProblem } from './hunt-document';

/** What a hunt document says of itself before its title. The field's notebooks say nothing of this. */
export interface FrontMatter {
  readonly id: string | null;
  readonly title: string | null;
  readonly version: string | null;
  readonly techniques: readonly string[];
  readonly license: string | null;
}

const NONE: FrontMatter = { id: null, title: null, version: null, techniques: [], license: null };

/** Reads YAML front matter whose `---` stands on `line`. Broken YAML is a problem, not an error. */
export function readFrontMatter(yaml: string, line: number, problems: LineProblem[]): FrontMatter {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    const at = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    problems.push({
      line: line + at,
      message: `The front matter is not YAML: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`,
    });
    return NONE;
  }
  if (value === null || typeof value !== 'object') return NONE;
  const entries = new Map<string, unknown>(Object.entries(value));
  const techniques = entries.get('techniques');
  return {
    id: scalarText(entries.get('id')),
    title: scalarText(entries.get('title')),
    version: scalarText(entries.get('version')),
    techniques: (Array.isArray(techniques) ? techniques : [techniques]).map(scalarText).filter((text) => text !== null),
    license: scalarText(entries.get('license')),
  };
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' ? String(value) : null;
}
