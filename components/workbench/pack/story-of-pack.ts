import type { PackContents } from '@/lib/engine/pack-shapes';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress, ViewState } from '@/lib/url/view-state';
import { readStory } from '@/components/workbench/story/story-file';
import { targetAddress, type Story, type StoryItem } from '@/components/workbench/story/story';
import { linesOf } from './lines-of';

/**
 * The notes of a pack, as notes on its own events, which stand at other places than in the dataset that they are of. What names an event
 * that the pack does not hold stays as words. Rows of its hunt are those of the document that it brought. Null where there are none that can be read.
 */
export function storyOfPack({ notes, places }: Pick<PackContents, 'notes' | 'places'>, hunts: PackHunts): Story | null {
  const read = notes === null ? null : readStory(notes);
  if (!read?.ok) return null;
  const lineOf = linesOf(places);
  return read.value.story.map((item, i) => placed(item, i, lineOf, hunts));
}

/** A pack's hunt, where it was made and where it was opened. */
export interface PackHunts {
  /** Null: the first that comes with the page. */
  readonly there: HuntAddress | null;
  readonly here: HuntAddress;
}

function placed(item: StoryItem, number: number, lineOf: ReturnType<typeof linesOf>, { there, here }: PackHunts): StoryItem {
  if (item.address === null) return item;
  const { state } = decodeViewState(item.address);
  const refs = (state.event ? [state.event] : state.row).map(lineOf);
  // A session is named by what it is, not by where.
  if (refs.length === 0) return item;
  const found = refs.filter((ref) => ref !== null);
  if (found.length < refs.length) return { ...item, id: `pack ${number + 1}`, address: null, label: '', note: [item.label, item.note].filter((text) => text !== '').join('\n\n') };
  const isOfPack = (state.hunt && writeHunt(state.hunt)) === (there && writeHunt(there));
  const address = targetAddress(targetOf(isOfPack ? { ...state, hunt: here } : state, found));
  return { ...item, id: address, address };
}

function targetOf({ event, hunt, section, analytic, reading, query }: ViewState, found: ViewState['row']): Parameters<typeof targetAddress>[0] {
  return event ? { event: found[0] } : { hunt, section, analytic, reading, query, row: found };
}
