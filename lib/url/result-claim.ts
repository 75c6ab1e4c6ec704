/** What a shared link says that its maker had: who opens it sees whether it is still so. Digests are base64url. */
export interface ResultClaim {
  /** The app's version. */
  readonly app: string;
  /** Of the result's digest: of another format it cannot be compared. */
  readonly format: number;
  /** The dataset's whole SHA-256; null for an uploaded one, whose address has it, and where the browser computed none. */
  readonly data: string | null;
  /** Of the hunt document's text, 96 bits; null where the browser computed none. */
  readonly hunt: string | null;
  /** Of every row of every reading, 96 bits. */
  readonly result: string;
}
