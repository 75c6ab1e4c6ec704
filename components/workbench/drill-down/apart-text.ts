/** '15 ms later', '2.076 s earlier', '3 min 20 s later', 'at the same time'. */
export function apartText(millis: number): string {
  return millis === 0 ? 'at the same time' : `${durationText(millis)} ${millis > 0 ? 'later' : 'earlier'}`;
}

/** '15 ms', '2.076 s', '3 min 20 s', '2 h 5 min', whatever the sign. */
export function durationText(millis: number): string {
  const size = Math.round(Math.abs(millis));
  if (size < 1_000) return `${size} ms`;
  if (size < 60_000) return `${(size / 1_000).toFixed(3)} s`;
  const seconds = Math.floor(size / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
