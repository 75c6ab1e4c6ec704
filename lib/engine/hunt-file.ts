import type { HuntDocument } from '@/lib/hunts/hunt-document';
import { hugeHunt, huntText, isHuntFile, LARGEST_HUNT } from '@/lib/hunts/hunt-source';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { download } from '@/lib/ingest/fetch-link';
import { sha256 } from '@/lib/base/sha256';
import type { NamedFile } from '@/lib/ingest/source';

/** Where a hunt document comes from. A link is fetched by the engine itself; http(s) only. */
export type HuntFileSource = { readonly kind: 'file'; readonly name: string; readonly blob: Blob } | { readonly kind: 'link'; readonly url: string };

/** A hunt document that can be run, before any dataset. */
export interface HuntFile {
  /** Of its file. */
  readonly name: string;
  /** For `runHunt`. */
  readonly text: string;
  /** Lower-case hex; null where the platform computes none. */
  readonly sha256: string | null;
  readonly title: string;
  readonly analytics: number;
  /** What it names to run on. `url` is whole; null for a link that only the document's own site could follow. */
  readonly datasets: readonly { readonly title: string | null; readonly link: string; readonly url: string | null }[];
  readonly problems: HuntDocument['problems'];
}

/** As much of a file as is looked at to tell a hunt from a dataset. */
const HEAD_BYTES = 64 * 1024;

/**
 * Fetches and reads a hunt document.
 * @throws UserError 'unreadable-hunt'; of a link also 'not-http', 'http-error', 'cross-origin-refused', 'unreadable-file'
 */
export async function readHuntFile(source: HuntFileSource): Promise<{ readonly file: HuntFile; readonly document: HuntDocument }> {
  const { name, blob, base } = source.kind === 'link' ? await fetched(source.url) : { ...source, base: null };
  if (blob.size > LARGEST_HUNT) throw hugeHunt(name);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const text = huntText(bytes, name);
  const document = readHuntDocument(text, name);
  const file = {
    name,
    text,
    sha256: await sha256(bytes),
    title: document.title,
    analytics: document.analytics.length,
    datasets: document.datasets.map(({ title, link }) => ({ title, link, url: wholeLink(link, base) })),
    problems: document.problems,
  };
  return { file, document };
}

/** The places of the files that are hunts. */
export async function huntFilesOf(files: readonly NamedFile[]): Promise<readonly number[]> {
  const are = await Promise.all(files.map(async ({ name, blob }) => isHuntFile(await blob.slice(0, HEAD_BYTES).text(), name)));
  return are.flatMap((is, place) => (is ? [place] : []));
}

async function fetched(link: string): Promise<NamedFile & { readonly base: URL }> {
  const controller = new AbortController();
  let isHuge = false;
  const onBytes = (bytes: number) => {
    if (bytes <= LARGEST_HUNT) return;
    isHuge = true;
    controller.abort();
  };
  try {
    const { name, blob, url } = await download(link, 'hunt', onBytes, controller.signal);
    return { name, blob, base: url };
  } catch (error) {
    throw isHuge ? hugeHunt(link) : error;
  }
}

function wholeLink(link: string, base: URL | null): string | null {
  if (!URL.canParse(link, base?.href)) return null;
  const url = new URL(link, base?.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
