/** "2020-09-22 18:53:04 – 18:54:15", the day once where it is the same. `first` and `last` are ISO 8601. */
export function timeRangeText(first: string, last: string): string {
  const from = dayAndSecond(first);
  const to = dayAndSecond(last);
  return `${from.day} ${from.time} – ${from.day === to.day ? '' : `${to.day} `}${to.time}`;
}

function dayAndSecond(iso: string): { readonly day: string; readonly time: string } {
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) };
}
