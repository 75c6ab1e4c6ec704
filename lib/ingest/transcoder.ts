/** Turns a text in UTF-8, piece by piece, into lines of one JSON object each, in memory that does not grow with the text. */
export interface Transcoder {
  push(bytes: Uint8Array): void;
  /** The text has ended; its last line may lack a line end, or be cut. */
  end(): void;
}
