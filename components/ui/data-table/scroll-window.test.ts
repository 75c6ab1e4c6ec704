import { describe, expect, it } from 'vitest';
import { drawnHeight, MAX_HEIGHT, revealed, ROW_HEIGHT, rowWindow, scrolled, scrollStart } from './scroll-window';

const viewport = 280;
const million = 1_000_000;
const lastTop = million * ROW_HEIGHT - viewport;

describe('a table that fits', () => {
  it('draws every row at its own place', () => {
    const at = scrolled(scrollStart, 1_400, 1_000, viewport);
    expect(at.tableTop).toBe(1_400);
    expect(rowWindow(at, 1_000, viewport)).toEqual({ first: 42, end: 68, offset: 42 * ROW_HEIGHT });
  });

  it('shows no row past its ends', () => {
    expect(rowWindow(scrollStart, 3, viewport)).toEqual({ first: 0, end: 3, offset: 0 });
    expect(rowWindow(scrollStart, 0, viewport)).toEqual({ first: 0, end: 0, offset: 0 });
  });
});

describe('a million rows', () => {
  it('stays under the height that browsers allow', () => {
    expect(drawnHeight(million)).toBe(MAX_HEIGHT);
  });

  it('moves by exact pixels in small steps', () => {
    const at = scrolled(scrollStart, 100, million, viewport);
    expect(scrolled(at, 200, million, viewport).tableTop).toBe(200);
  });

  it('keeps drawn rows where they are between small steps', () => {
    const middle = scrolled(scrollStart, MAX_HEIGHT / 2, million, viewport);
    const next = scrolled(middle, MAX_HEIGHT / 2 + 100, million, viewport);
    const place = (at: typeof middle, row: number) => {
      const window = rowWindow(at, million, viewport);
      return window.offset + (row - window.first) * ROW_HEIGHT;
    };
    expect(place(next, 500_000)).toBeCloseTo(place(middle, 500_000), 6);
  });

  it('spans the whole table with the scroll bar', () => {
    const middle = scrolled(scrollStart, (MAX_HEIGHT - viewport) / 2, million, viewport);
    expect(middle.tableTop).toBeCloseTo(lastTop / 2, 3);
    expect(scrolled(middle, MAX_HEIGHT - viewport, million, viewport).tableTop).toBe(lastTop);
  });

  it('ends at both ends, whatever small steps added up to', () => {
    const middle = scrolled(scrollStart, MAX_HEIGHT / 2, million, viewport);
    expect(scrolled(middle, 0, million, viewport).tableTop).toBe(0);
    expect(rowWindow({ scrollTop: MAX_HEIGHT - viewport, tableTop: lastTop }, million, viewport).end).toBe(million);
  });

  it('reveals any row', () => {
    for (const row of [0, 1, 9, 10, 499_999, million - 1]) {
      const at = revealed(scrollStart, row, million, viewport);
      expect(at.tableTop).toBeLessThanOrEqual(row * ROW_HEIGHT);
      expect(at.tableTop + viewport).toBeGreaterThanOrEqual((row + 1) * ROW_HEIGHT);
      expect(at.scrollTop).toBeLessThanOrEqual(MAX_HEIGHT - viewport);
    }
  });

  it('does not move for a row that is in view', () => {
    expect(revealed(scrollStart, 5, million, viewport)).toBe(scrollStart);
  });
});
