/** The palette's number for a channel: by the dataset's own order (most events first), 0 for those past the seventh. */
export function channelSeries(channels: readonly string[], channel: string | null): number {
  const at = channel === null ? -1 : channels.indexOf(channel);
  return at >= 0 && at < 7 ? at + 1 : 0;
}
