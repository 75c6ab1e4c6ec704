import { describe, expect, it, vi } from 'vitest';
import { RowPages, type FetchRows } from './row-pages';

vi.mock('@/components/ui/busy', () => ({ trackBusy: <T,>(work: T) => work }));

/** Rows numbered from 0, whose only cell is the number. */
function numbered(count: number) {
  return vi.fn<FetchRows>(async (offset, limit) => ({
    total: count,
    rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, i) => ({ row: offset + i, cells: [String(offset + i)] })),
  }));
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('RowPages', () => {
  it('fetches the pages that a stretch touches, each once', async () => {
    const fetchRows = numbered(1_000);
    const pages = new RowPages(fetchRows, null, []);
    pages.request(90, 110);
    pages.request(95, 115);
    await settled();
    expect(fetchRows.mock.calls.map(([offset]) => offset)).toEqual([0, 100]);
    expect(pages.total).toBe(1_000);
    expect([pages.at(99)?.row, pages.at(100)?.row, pages.at(200)]).toEqual([99, 100, null]);
  });

  it('asks even when it does not know yet whether there is a row', async () => {
    const pages = new RowPages(numbered(0), null, []);
    pages.request(0, 0);
    await settled();
    expect(pages.total).toBe(0);
  });

  it('drops what was looked at longest ago and fetches it again', async () => {
    const fetchRows = numbered(1_000_000);
    const pages = new RowPages(fetchRows, null, []);
    for (let page = 0; page < 70; page++) {
      pages.request(page * 100, page * 100 + 1);
      await settled();
      pages.request(0, 1);
    }
    expect([pages.at(0)?.row, pages.at(100), pages.at(6_900)?.row]).toEqual([0, null, 6_900]);
  });

  it('says a failure and tries again when asked again', async () => {
    const fetchRows = vi.fn<FetchRows>().mockRejectedValueOnce(new Error('gone')).mockImplementation(numbered(1));
    const pages = new RowPages(fetchRows, null, []);
    pages.request(0, 1);
    await settled();
    expect(pages.failure).toBe('gone');
    pages.request(0, 1);
    await settled();
    expect([pages.failure, pages.at(0)?.row]).toEqual([null, 0]);
  });

  it('gives every row for the clipboard', async () => {
    const pages = new RowPages(numbered(12_001), null, []);
    expect((await pages.all()).length).toBe(12_001);
  });
});
