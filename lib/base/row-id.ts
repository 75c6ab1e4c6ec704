declare const rowIdBrand: unique symbol;

/** The place of an event in its EventTable, from 0. Means nothing outside the table that gave it. */
export type RowId = number & { readonly [rowIdBrand]: true };

export function rowId(index: number): RowId {
  return index as RowId;
}
