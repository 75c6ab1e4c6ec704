import { kindsOfBits } from './cell';
import type { CellKind, Cells, FieldValues } from './event-table';
import type { FieldCells } from './field-cells';
import type { Shape } from './shape-trie';

/** What a field holds: its kinds are known from indexing, its values are read as far as somebody must know them. */
export class IndexedValues implements FieldValues {
  readonly kinds: ReadonlySet<CellKind>;

  constructor(
    { slots }: FieldCells,
    shapes: readonly Shape[],
    private readonly rowCount: number,
    /** Asked for when values are looked at; null if there are none. */
    private readonly cells: () => Cells | null,
  ) {
    const bits = shapes.reduce((met, { kinds }, shape) => (slots[shape] < 0 ? met : met | kinds[slots[shape]]), 0);
    this.kinds = new Set([...kindsOfBits(bits), ...(slots.includes(-1) ? (['absent'] as const) : [])]);
  }

  every(test: (value: unknown) => boolean): boolean {
    const cells = this.cells();
    if (cells === null) return true;
    const isMet: (true | undefined)[] = [];
    for (let row = 0; row < this.rowCount; row++) {
      const code = cells.codeAt(row);
      if (isMet[code]) continue;
      const kind = cells.kind(code);
      if (kind !== 'absent' && kind !== 'null' && !test(cells.value(code))) return false;
      isMet[code] = true;
    }
    return true;
  }
}
