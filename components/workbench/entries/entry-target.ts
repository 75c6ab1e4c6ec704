import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { EntryKind, HuntEntry, JoinChain, ReadingAddress } from '@/lib/engine/engine';
import type { QueryText } from '@/lib/engine/query-shapes';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { fitsLink } from '@/lib/url/query-keys';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import { chainStarrable } from '@/components/workbench/story/row-target';
import { targetAddress } from '@/components/workbench/story/story';

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
  const isLong = of.analytic === QUERY_ANALYTIC && query?.kind !== 'text';
  const isCut = chain.legs.some(({ events, eventCount }) => events.length < eventCount);
  const isUnnamed = isCut || decodeViewState(address).state.row.length === 0;
  return { address, label, problem: isLong ? LONG_QUERY : isUnnamed ? 'Too many events, or none, are behind this row to name it by them.' : null };
}

export function queryEntryTarget({ language, text }: QueryText): EntryTarget {
  const address = targetAddress({ hunt: null, section: 'query', analytic: null, reading: null, query: { kind: 'text', language, text }, row: [] });
  return { address, label: `Query in ${language === 'sql' ? 'SQL' : 'pandas'}`, problem: fitsLink(text) ? null : LONG_QUERY };
}

/** The change of view that shows what an entry is tied to. On another dataset it asks for that one. */
export function entryView({ address, dataset }: HuntEntry, openSha256: string | null): Partial<ViewState> {
  const { section, analytic, reading, query, row } = decodeViewState(address).state;
  const shown = section === 'query' ? { section, query } : ({ section: 'analytics', analytic, reading } as const);
  const there: Partial<ViewState> = dataset.sha256 === openSha256 ? {} : { dataset: { kind: 'upload', ...dataset }, members: null };
  return { ...closed, ...there, ...shown, row };
}
