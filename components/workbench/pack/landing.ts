import type { OpenedPack } from '@/lib/engine/pack-shapes';
import { decodeViewState } from '@/lib/url/decode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { linesOf } from './lines-of';

/** What was on screen when a pack was made. */
export function viewOfPack({ link }: OpenedPack['manifest']): ViewState {
  return decodeViewState(link.replace(/^[^#]*/, '')).state;
}

/** The view that a pack was made from, on its own events: its analytic, and the row that was open. */
export function landingOf({ manifest, contents }: OpenedPack): Partial<ViewState> {
  const { section, analytic: shown, reading, row } = viewOfPack(manifest);
  const analytic = manifest.analytic ?? (section === 'analytics' ? shown : null);
  if (analytic === null) return {};
  if (section !== 'analytics' || analytic !== shown) return { section: 'analytics', analytic };
  const lineOf = linesOf(contents?.places ?? []);
  const lines = row.map(lineOf).filter((line) => line !== null);
  return { section, analytic, reading, row: lines.length < row.length ? [] : lines };
}
