/** A link that names more of them is none of ours. */
const MOST_PLACES = 100_000;

/** '0-2,5': places among the members that hold events, ascending. */
export function writePlaces(places: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === place - 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** Null for anything but what `writePlaces` writes. */
export function readPlaces(text: string): readonly number[] | null {
  const places: number[] = [];
  for (const part of text.split(',', MOST_PLACES)) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (!match) return null;
    for (let place = Number(match[1]); place <= Number(match[2] ?? match[1]); place++) places.push(place);
    if (places.length > MOST_PLACES) return null;
  }
  return writePlaces(places) === text ? places : null;
}
