import { assertNever } from '@/lib/base/assert-never';
import type { Finding } from './classify-failure';
import type { CodePlace, DifferenceCause, Words } from './difference-shapes';
import type { ReadingKind } from './hunt-document';

const VALUES_NAMED = 3;
const LONGEST = 120;

/** The sentence for a finding and the values that it was met with. */
export function causeWords({ kind, has, lacks, field, excludes }: Finding, values: DifferenceCause['values'], home: ReadingKind, other: ReadingKind): Words {
  const [ours, theirs] = [{ reading: home }, { reading: other }];
  const named = valueWords(values);
  const ourCode = code(has);
  const theirCode = code(lacks);
  const of = field === null ? 'the field' : { code: field };
  switch (kind) {
    case 'pattern':
    case 'value':
      return excludes
        ? [...named, ' stays in ', ours, ' with ', ourCode, '; ', theirs, ' takes it out with ', theirCode, '.']
        : ['In ', ours, ', ', ourCode, ' also matches ', ...named, '; ', theirs, ' asks for ', theirCode, '.'];
    case 'missing':
      return ['Events without ', of, ': ', ours, ' keeps them with ', ourCode, '; ', theirs, ' drops them with ', theirCode, other === 'pandas' ? '.' : ', which is unknown in SQL where the value is missing.'];
    case 'absent':
      return ['No event of this dataset has the field ', of, ', which ', theirs, ' asks for: ', theirCode, '.'];
    case 'case':
      return ['Only letter case decides: ', ...named, ' meets ', ourCode, ' in ', ours, ', but not ', theirCode, ' in ', theirs, '.'];
    case 'type':
      return [theirs, ' compares ', of, ' as another type, so ', theirCode, ' never holds; ', ours, ' converts: ', ourCode, '.'];
    case 'filter':
      return [theirs, ' also asks for ', theirCode, ...(lacks?.leg ? [' in ', { code: lacks.leg }] : []), '; ', ours, ' sets no condition on ', of, ' there, and lets ', ...named, ' pass.'];
    case 'join':
      return has === null
        ? [theirs, ' also ties the events by ', theirCode, '; ', ours, ' does not, and lets ', ...named, ' meet.']
        : [theirs, ' ties the events by ', theirCode, ', ', ours, ' by ', ourCode, ', which lets ', ...named, ' meet.'];
    case 'partner':
      return [theirs, ' also asks for an event of ', { code: lacks?.leg ?? '' }, ', which these rows do not have.'];
    case 'duplicates':
    case 'limit':
      return [];
    default:
      return assertNever(kind);
  }
}

function code(place: CodePlace | null): { readonly code: string } {
  return { code: cut(bare(place?.text ?? '')) };
}

/** On one line, without the brackets around it. */
export function bare(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.startsWith('(') && closesAtEnd(line) ? bare(line.slice(1, -1)) : line;
}

/** Whether the first bracket is the one that the last closes. */
function closesAtEnd(line: string): boolean {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '(') depth++;
    if (line[at] === ')' && --depth === 0) return at === line.length - 1;
  }
  return false;
}

function valueWords(values: DifferenceCause['values']): Words {
  if (values.length === 0) return ['these events'];
  const named = values.slice(0, VALUES_NAMED).map(({ value }) => (value === null ? 'a missing value' : { code: cut(value) }));
  const rest = values.length - named.length;
  return [...named.flatMap((word, at) => (at === 0 ? [word] : [', ', word])), ...(rest > 0 ? [' and others'] : [])];
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
