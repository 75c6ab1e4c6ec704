import type { ViewState } from '@/lib/url/view-state';
import type { Dataset } from './dataset-opener';

/** The document's title: what is on screen, the closest first. */
export function pageTitle(dataset: Dataset, view: ViewState | null): string {
  const parts: string[] = [];
  if (dataset.kind === 'open' && view) {
    if (view.event) parts.push(`Line ${view.event.line}`);
    else if (view.session) parts.push(`Session ${view.session.logonId}`);
    if (view.section === 'sessions') parts.push('Sessions');
    else if (view.section === 'events') parts.push('Events');
    else if (view.section === 'edit') parts.push('Edit hunt');
    else if (view.section === 'graph') parts.push('Graph');
    else if (view.section === 'report') parts.push('Import report');
    else if (view.section === 'query') parts.push('Query');
    else if (view.section === 'story') parts.push('Story');
    else if (view.section === 'truth') parts.push('Ground truth');
    else if (view.section === 'baseline') parts.push('Baseline');
    else if (view.analytic !== null) parts.push(`Analytic ${view.analytic}`);
    parts.push(dataset.summary.name);
  } else if (dataset.kind === 'opening') {
    parts.push(`Opening ${dataset.name}`);
  }
  return [...parts, 'Huntbook'].join(' · ');
}
