import { assertNever } from '@/lib/base/assert-never';
import { linkParts } from '@/lib/url/link-parts';
import type { ResultClaim } from '@/lib/url/result-claim';
import type { DatasetAddress, HuntAddress, ViewState } from '@/lib/url/view-state';
import { rangeWords, valueWords } from '@/components/workbench/events/filter-words';
import { SHORT_READING_NAMES } from '@/components/workbench/reading-names';

/** One thing that whoever has the link knows. */
export interface Revealed {
  readonly what: string;
  readonly value: string;
}

/** All that a link to a view tells, in words: every key of it, whether it has words of its own here or not. */
export function revealed(view: ViewState): readonly Revealed[] {
  return linkParts(view).told.flatMap(({ key, names, value }) => words(view, key) ?? [{ what: capital(names), value }]);
}

/** What is on screen and stays out of the link; empty unless the dataset is an upload. */
export function staysOut(view: ViewState): readonly string[] {
  return linkParts(view).withheld.map(({ names }) => names);
}

/** An address with a query may hold a key that opens more than the file. */
export function hasKeyInAddress({ dataset, hunt }: ViewState): boolean {
  return [dataset, hunt].some((address) => address?.kind === 'link' && new URL(address.url).search !== '');
}

function words(view: ViewState, key: string): readonly Revealed[] | null {
  const { dataset, hunt, filters, query, session, made, row } = view;
  if (key === 'dataset' && dataset) return addressWords('Dataset', dataset);
  if (key === 'hunt' && hunt) return addressWords('Hunt', hunt);
  if (key === 'row') return [{ what: 'Result row', value: `the places of ${row.length === 1 ? 'its event' : `its ${row.length} events`} in the dataset` }];
  if (key === 'session' && session) return [{ what: 'Session', value: `${session.logonId} on ${session.host}` }];
  if (key === 'query' && query) return [{ what: 'Query', value: query.kind === 'text' ? query.text : 'only a name for it: it is too long, and stays on this device' }];
  if (key === 'filters') {
    const { fields, text, time } = filters;
    return [
      ...fields.map(({ field, value, exclude }) => ({ what: 'Filter', value: `${field} ${exclude ? 'is not' : 'is'} ${valueWords(value)}` })),
      ...(text ? [{ what: 'Filter', value: `contains ${text.text}` }] : []),
      ...(time ? [{ what: 'Filter', value: rangeWords(time, view.zone) }] : []),
    ];
  }
  if (key === 'made' && made) {
    return [
      ...(made.data === null ? [] : [{ what: 'Dataset’s SHA-256', value: `${made.data} (base64url)` }]),
      ...(made.hunt === null ? [] : [{ what: 'Hunt’s digest', value: made.hunt }]),
      { what: 'Digest of all rows', value: made.result },
      ...(made.events === null ? [] : [{ what: 'Events', value: made.events.toLocaleString('en') }]),
      ...readingWords(made.readings),
      { what: 'Made with', value: `Huntbook ${made.app}` },
    ];
  }
  return null;
}

/** 'Rows of I', '48, 47, 46'; of an uploaded dataset the queries alone. */
function readingWords(readings: ResultClaim['readings']): readonly Revealed[] {
  const analytics = [...new Set(readings.map(({ analytic }) => analytic))];
  if (readings.every(({ found }) => found === null)) return readings.length === 0 ? [] : [{ what: 'Digests of queries', value: analytics.join(', ') }];
  return analytics.map((id) => ({
    what: `Rows of ${id}`,
    value: readings.flatMap(({ analytic, reading, found }) => (analytic === id && found ? [`${found.rows?.toLocaleString('en') ?? 'did not run'} (${SHORT_READING_NAMES[reading]})`] : [])).join(', '),
  }));
}

function addressWords(what: string, address: DatasetAddress | HuntAddress): readonly Revealed[] {
  switch (address.kind) {
    case 'sample':
      return [{ what, value: 'the sample' }];
    case 'shipped':
      return [{ what, value: address.id }];
    case 'link':
      return [{ what: `${what}’s address`, value: address.url }];
    case 'upload':
      return [
        { what: `${what}’s file name`, value: address.name },
        { what: `${what}’s SHA-256`, value: address.sha256 },
      ];
    default:
      return assertNever(address);
  }
}

/** 'the files to read' becomes 'Files to read'. */
function capital(names: string): string {
  const bare = names.replace(/^the /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
