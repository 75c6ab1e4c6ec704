import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { currentReading } from '@/components/workbench/current-reading';
import { queryOfView } from '@/components/workbench/query/query-store';
import { querySectionView } from '@/components/workbench/query/use-query-section';
import { openRowEntryTarget, queryEntryTarget, readingEntryTarget, type EntryTarget } from './entry-target';

/** What an entry that is added in the hunt's section can be tied to, the nearest first: the row that is open, the query that was run last, the reading on screen. */
export async function sectionTargets(engine: Engine, run: HuntRun, view: ViewState): Promise<readonly EntryTarget[]> {
  const current = currentReading(run, view);
  const reading = current && { analytic: current.analytic.id, reading: current.reading.kind };
  const shown = view.section === 'query' ? view.query : null;
  const last = shown ?? querySectionView().query;
  const query = last && queryOfView(last);
  const ofRow = shown ? { analytic: QUERY_ANALYTIC, reading: shown.language } : view.section === 'analytics' || view.section === 'lesson' ? reading : null;
  const targets: EntryTarget[] = [];
  if (ofRow && view.row.length > 0) targets.push(openRowEntryTarget(view, ofRow, await engine.event(view.row[0]).catch(() => null)));
  if (query) targets.push(queryEntryTarget(query));
  if (reading) targets.push(readingEntryTarget(reading));
  return targets;
}
