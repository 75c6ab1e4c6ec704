/** The palette's number for one of the timeline's series, which come in the dataset's order: 0 for what is counted together. */
export function seriesNumber(series: readonly string[], index: number): number {
  return index >= 7 || series[index] === 'Other' ? 0 : index + 1;
}
