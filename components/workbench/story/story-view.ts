import { decodeViewState } from '@/lib/url/decode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';

export type StoryKind = 'Event' | 'Session' | 'Row';

/** What an entry's address names, and the change of view that opens it: an event or session beside the story, a row with its reading. */
export function storyView(address: string): { readonly kind: StoryKind; readonly change: Partial<ViewState> } {
  const { hunt, section, analytic, reading, query, row, session, event } = decodeViewState(address).state;
  if (event !== null) return { kind: 'Event', change: { ...closed, event } };
  if (session !== null) return { kind: 'Session', change: { ...closed, session } };
  const shown = section === 'query' ? { section, query } : { hunt, section, analytic, reading };
  return { kind: 'Row', change: { ...closed, ...shown, row } };
}
