import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { EntryKind, EventSummary, HuntEntry, JoinChain, ReadingAddress } from '@/lib/engine/engine';
import type { QueryText } from '@/lib/engine/query-shapes';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { fitsLink } from '@/lib/url/query-keys';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import { chainStarrable, rowLabel, rowStarrable } from '@/components/workbench/story/row-target';
import { targetAddress } from '@/components/workbench/story/story';
import { rowInPack, type PackPlaces } from './pack-places';

/** What an entry is tied to: a view without its dataset and hunt. */
export interface EntryTarget extends Pick<HuntEntry, 'label' | 'address'> {
  /** Why an entry cannot be tied to it; null: it can. */
  readonly problem: string | null;
}

export const KIND_NAMES: Readonly<Record<EntryKind, string>> = { 'false-positive': 'False positive', bypass: 'Bypass' };

const LONG_QUERY = 'The query is too long for a link: keep it as an analytic first, then add its row.';

/** A row, known by the events behind it. `query`: of the view, for a row of a query. */
export function rowEntryTarget(query: ViewState['query'], of: ReadingAddress, chain: JoinChain): EntryTarget {
  const { address, label } = chainStarrable({ hunt: null, query }, of, chain);
  const isCut = chain.legs.some(({ events, eventCount }) => events.length < eventCount);
  const isUnnamed = isCut || decodeViewState(address).state.row.length === 0;
  return { address, label, problem: isLongQuery(query, of) ? LONG_QUERY : isUnnamed ? 'Too many events, or none, are behind this row to name it by them.' : null };
}

/** The row that is open. `first`: of its events. */
export function openRowEntryTarget({ query, row }: Pick<ViewState, 'query' | 'row'>, of: ReadingAddress, first: EventSummary | null): EntryTarget {
  const { address, label } = rowStarrable({ hunt: null, query }, of, row, first ?? undefined);
  return { address, label, problem: isLongQuery(query, of) ? LONG_QUERY : null };
}

/** All that a reading of the hunt finds. */
export function readingEntryTarget(of: ReadingAddress): EntryTarget {
  const address = targetAddress({ hunt: null, section: 'analytics', ...of, query: null, row: [] });
  return { address, label: `${rowLabel(of, '')}, all it finds`, problem: null };
}

function isLongQuery(query: ViewState['query'], { analytic }: ReadingAddress): boolean {
  return analytic === QUERY_ANALYTIC && query?.kind !== 'text';
}

/** `label`: what it is called where it is not on the Query page. */
export function queryEntryTarget({ language, text }: QueryText, label = `Query in ${language === 'sql' ? 'SQL' : 'pandas'}`): EntryTarget {
  const address = targetAddress({ hunt: null, section: 'query', analytic: null, reading: null, query: { kind: 'text', language, text }, row: [] });
  return { address, label, problem: fitsLink(text) ? null : LONG_QUERY };
}

/** Whether what an entry is tied to is in the open dataset, or in the pack's part of it. */
export function isEntryHere({ address, dataset }: HuntEntry, openSha256: string | null, pack: PackPlaces | null): boolean {
  if (dataset.sha256 === openSha256) return true;
  return pack !== null && pack.of === dataset.sha256 && pack.here === openSha256 && rowInPack(decodeViewState(address).state.row, pack) !== null;
}

/** The change of view that shows what an entry is tied to. On another dataset it asks for that one, but where a pack of it is open that has the row. */
export function entryView(entry: HuntEntry, openSha256: string | null, pack: PackPlaces | null = null): Partial<ViewState> {
  const { address, dataset } = entry;
  const { section, analytic, reading, query, row } = decodeViewState(address).state;
  const shown = section === 'query' ? { section, query } : ({ section: 'analytics', analytic, reading } as const);
  const there: Partial<ViewState> = isEntryHere(entry, openSha256, pack) ? {} : { dataset: { kind: 'upload', ...dataset }, members: null };
  const isOfPack = pack !== null && dataset.sha256 === pack.of && openSha256 === pack.here;
  return { ...closed, ...there, ...shown, row: (isOfPack ? rowInPack(row, pack) : null) ?? row };
}
