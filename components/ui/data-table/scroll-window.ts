/** Every row, in pixels at the normal size, as are all heights here: what draws them makes them rem (`toRem`). */
export const ROW_HEIGHT = 28;

/**
 * Browsers clamp an element's height (Firefox near 17.8 million pixels, Chromium and Safari near 33.5 million). A longer table
 * is drawn into this height: the scroll bar then spans it in proportion, while small steps (wheel, keys) stay exact.
 */
export const MAX_HEIGHT = 8_000_000;

/** Pixels at the normal size, as a length that grows with the page's size. */
export function toRem(pixels: number): string {
  return `${pixels / 16}rem`;
}

const OVERSCAN = 8;

export interface ScrollPosition {
  /** What the scroll container says. */
  readonly scrollTop: number;
  /** Where that is in the whole table, in pixels from its first row. */
  readonly tableTop: number;
}

export const scrollStart: ScrollPosition = { scrollTop: 0, tableTop: 0 };

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Of the row `first`, from the top of the drawn element. */
  readonly offset: number;
}

export function drawnHeight(rows: number): number {
  return Math.min(rows * ROW_HEIGHT, MAX_HEIGHT);
}

/** Follows a scroll event. `viewport` is the height that rows have on screen. */
export function scrolled(from: ScrollPosition, scrollTop: number, rows: number, viewport: number): ScrollPosition {
  const whole = rows * ROW_HEIGHT;
  if (whole <= MAX_HEIGHT) return { scrollTop, tableTop: scrollTop };
  const lastScroll = MAX_HEIGHT - viewport;
  const lastTop = whole - viewport;
  if (scrollTop <= 0) return { scrollTop, tableTop: 0 };
  if (scrollTop >= lastScroll) return { scrollTop, tableTop: lastTop };
  const step = scrollTop - from.scrollTop;
  const near = Math.abs(step) <= viewport * 1.5;
  const tableTop = near ? from.tableTop + step : (scrollTop / lastScroll) * lastTop;
  return { scrollTop, tableTop: Math.min(lastTop, Math.max(0, tableTop)) };
}

export function rowWindow(at: ScrollPosition, rows: number, viewport: number): RowWindow {
  const first = Math.max(0, Math.floor(at.tableTop / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(rows, Math.ceil((at.tableTop + viewport) / ROW_HEIGHT) + OVERSCAN);
  return { first: Math.min(first, end), end, offset: first * ROW_HEIGHT - at.tableTop + at.scrollTop };
}

/** The position that shows a row whole, changed no more than needed. */
export function revealed(at: ScrollPosition, row: number, rows: number, viewport: number): ScrollPosition {
  const top = row * ROW_HEIGHT;
  const wanted = top < at.tableTop ? top : top + ROW_HEIGHT > at.tableTop + viewport ? top + ROW_HEIGHT - viewport : at.tableTop;
  if (wanted === at.tableTop) return at;
  const whole = rows * ROW_HEIGHT;
  if (whole <= MAX_HEIGHT) return { scrollTop: wanted, tableTop: wanted };
  const tableTop = Math.min(whole - viewport, Math.max(0, wanted));
  return { scrollTop: (tableTop / (whole - viewport)) * (MAX_HEIGHT - viewport), tableTop };
}
