/** The two sides of a hunt that is being edited: as it stands in the editor, and the original that it is compared with. */
export type EditSide = 'edited' | 'original';

/** In the place of an analytic's number in a row's address: that analytic of one side. Numbers are upper case, so none begins like it. */
export function editedAnalytic(side: EditSide, id: string): string {
  return `${side} ${id}`;
}

/** Null for an analytic of the hunt that was run, and for a query. */
export function readEditedAnalytic(analytic: string): { readonly side: EditSide; readonly id: string } | null {
  for (const side of ['edited', 'original'] as const) if (analytic.startsWith(`${side} `)) return { side, id: analytic.slice(side.length + 1) };
  return null;
}
