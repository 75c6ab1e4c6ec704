import JSZip from 'jszip';
import { Sha256 } from '@/lib/ingest/sha256-steps';
import { MANIFEST, SUMS, writeManifest, type PackManifest } from './pack-manifest';

/** A file of a pack. */
export interface PackPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** No clock: the same parts make the same bytes. The first date that a zip can tell. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const OPTIONS = { type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 }, platform: 'DOS' } as const;

/** All files of a pack, in their order: what it says of itself first, then the digests of all others, then those. */
export function partsOf(claims: Omit<PackManifest, 'parts'>, parts: readonly PackPart[]): { readonly manifest: PackManifest; readonly all: readonly PackPart[] } {
  const manifest = { ...claims, parts: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })) };
  const first = utf8(writeManifest(manifest));
  return { manifest, all: [{ name: MANIFEST, bytes: first }, { name: SUMS, bytes: utf8(sumsText(manifest, first)) }, ...parts] };
}

/** In the form that `sha256sum -c` reads. */
export function sumsText(manifest: PackManifest, manifestBytes: Uint8Array): string {
  return [{ name: MANIFEST, sha256: sha256Of(manifestBytes) }, ...manifest.parts].map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}

export function zipOf(parts: readonly PackPart[]): Promise<Uint8Array<ArrayBuffer>> {
  return filled(parts).generateAsync(OPTIONS).then((bytes) => new Uint8Array(bytes));
}

/** The same, step by step. */
export class ZipInSteps {
  private readonly stream: JSZip.JSZipStreamHelper<Uint8Array>;
  private readonly chunks: Uint8Array<ArrayBuffer>[] = [];
  private done = 0;
  private isDone = false;
  private problem: Error | null = null;
  private tell: () => void = () => undefined;

  constructor(parts: readonly PackPart[]) {
    this.stream = filled(parts).generateInternalStream(OPTIONS);
    this.stream.on('data', (chunk, { percent }) => {
      this.chunks.push(new Uint8Array(chunk));
      this.done = percent / 100;
    });
    this.stream.on('end', () => {
      this.isDone = true;
      this.tell();
    });
    this.stream.on('error', (error) => {
      this.problem = error;
      this.tell();
    });
  }

  /** Works for about so long. @returns the zip once it is whole, else how far it has got, from 0 to 1 */
  async step(millis: number): Promise<Blob | number> {
    await new Promise<void>((resolve) => {
      this.tell = resolve;
      setTimeout(resolve, millis);
      this.stream.resume();
    });
    if (this.problem) throw this.problem;
    if (this.isDone) return new Blob(this.chunks, { type: 'application/zip' });
    this.stream.pause();
    return this.done;
  }
}

function filled(parts: readonly PackPart[]): JSZip {
  const zip = new JSZip();
  for (const { name, bytes } of parts) zip.file(name, bytes, { date: DATE, createFolders: false, binary: true });
  return zip;
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function sha256Of(bytes: Uint8Array): string {
  const hash = new Sha256();
  hash.update(bytes);
  return hash.digest();
}
