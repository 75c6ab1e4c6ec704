import { decodeViewState } from '@/lib/url/decode-view-state';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { claimOf } from './claim';
import { findingsOf, huntAtWork } from './hunt-at-work';

/** Mail and chat programs cut longer links. */
export const LONGEST_LINK = 2_000;

/** The link to what is on screen, with what its maker had, and the view as the link opens it. */
export async function linkToShare(): Promise<{ readonly href: string; readonly view: ViewState }> {
  const { state } = decodeViewState(location.hash);
  const atWork = huntAtWork();
  const findings = atWork && (await findingsOf(atWork).catch(() => null));
  const view = { ...state, made: findings && state.dataset ? claimOf(findings, state.dataset) : null };
  return { href: new URL(`#${encodeViewState(view)}`, location.href).href, view };
}
