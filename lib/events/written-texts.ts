import { decodeBytes } from './json-bytes';

/** The texts that some events were made from, back to back, in UTF-8; `ends` tells where each ends. */
export interface WrittenPiece {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** What the events of one member look like in their file, where the table holds JSON that was made from it. */
export class WrittenTexts {
  private readonly pieces: (WrittenPiece & { readonly first: number })[] = [];
  count = 0;

  add(piece: WrittenPiece): void {
    this.pieces.push({ ...piece, first: this.count });
    this.count += piece.ends.length;
  }

  /** Of the member's event `index`, from 0. */
  text(index: number): string {
    const piece = this.pieces.findLast(({ first }) => first <= index);
    if (!piece || index >= this.count) throw new Error('The member has no such event');
    const at = index - piece.first;
    return decodeBytes(piece.bytes, at === 0 ? 0 : piece.ends[at - 1], piece.ends[at]);
  }
}
