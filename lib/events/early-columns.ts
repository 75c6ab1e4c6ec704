import { ColumnBuilder } from './column';
import type { Cells, Column } from './event-table';
import { FieldCells } from './field-cells';
import type { Segment } from './segment';
import type { ShapeTrie } from './shape-trie';

/** What the summary of every dataset and the first conditions of every hunt ask for, as most public datasets name it. */
const ASKED_AT_ONCE: readonly string[] = ['Hostname', 'Channel', 'EventID'];

/**
 * Columns of fields that are asked for as soon as a dataset is open. They are built segment by segment, while its bytes are still at
 * hand and the next ones are inflated elsewhere.
 */
export class EarlyColumns {
  private readonly columns: EarlyColumn[];

  constructor(
    private readonly trie: ShapeTrie,
    segments: readonly Segment[],
  ) {
    this.columns = ASKED_AT_ONCE.map((name) => ({ name, builder: new ColumnBuilder(segments, FIRST_ROWS), places: null }));
  }

  /** Takes the segment with the next number. */
  add(segment: number): void {
    for (const column of this.columns) {
      column.places ??= this.placesOf(column.name);
      column.places?.followShapes();
      column.builder.add(segment, column.places);
    }
  }

  /** By name, those that an event has. */
  finish(): Map<string, Column & Cells> {
    return new Map(this.columns.flatMap(({ name, builder, places }) => (places === null ? [] : [[name, builder.finish(name)]])));
  }

  private placesOf(name: string): FieldCells | null {
    const field = this.trie.fieldNames.indexOf(name);
    return field < 0 ? null : new FieldCells([field], this.trie.shapes);
  }
}

interface EarlyColumn {
  readonly name: string;
  readonly builder: ColumnBuilder;
  /** Null while no event has the field. */
  places: FieldCells | null;
}

const FIRST_ROWS = 1_024;
