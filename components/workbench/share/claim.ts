import { base64url, shortDigest } from '@/lib/base/short-digest';
import type { ResultDigest } from '@/lib/engine/result-digest';
import type { ResultClaim } from '@/lib/url/result-claim';
import { isClaimable } from '@/lib/url/result-claim-key';
import type { DatasetAddress } from '@/lib/url/view-state';

/** What is at work on this page, as far as a claim is about it. SHA-256 in hex; null where the browser computes none. */
export interface Findings {
  readonly app: string;
  readonly dataset: string | null;
  readonly events: number;
  readonly hunt: string | null;
  /** Null: too many rows. */
  readonly result: ResultDigest | null;
}

/** Of more readings a link would grow too long; a code of it, too fine. */
const MOST_READINGS = 24;

/** What a link to it says; null where there is nothing to say of the rows. Of an uploaded dataset it tells no numbers, and its own address has its SHA-256. */
export function claimOf({ app, dataset, events, hunt, result }: Findings, address: DatasetAddress): ResultClaim | null {
  if (result === null) return null;
  const isUpload = address.kind === 'upload';
  const isShort = result.readings.length <= MOST_READINGS && result.readings.every(({ analytic }) => isClaimable(analytic));
  return {
    app,
    format: result.format,
    data: isUpload || dataset === null ? null : base64url(dataset),
    hunt: hunt && shortDigest(hunt),
    result: result.digest,
    events: isUpload ? null : events,
    readings: isShort ? result.readings.map(({ analytic, reading, rows, digest, code }) => ({ analytic, reading, found: isUpload ? null : { rows, digest }, code })) : [],
  };
}

export type Standing = 'same' | 'changed' | 'unknown';

export interface ClaimCheck {
  readonly data: Standing;
  readonly hunt: Standing;
  readonly engine: Standing;
  readonly rows: Standing;
}

/** What became of a claim that a link makes. */
export function checkClaim(made: ResultClaim, address: DatasetAddress, now: Findings): ClaimCheck {
  const claimed = address.kind === 'upload' ? base64url(address.sha256) : made.data;
  const isSameFormat = now.result?.format === made.format;
  return {
    data: standing(claimed, now.dataset && base64url(now.dataset)),
    hunt: standing(made.hunt, now.hunt && shortDigest(now.hunt)),
    engine: now.app === made.app && (now.result === null || isSameFormat) ? 'same' : 'changed',
    rows: isSameFormat ? standing(made.result, now.result.digest) : 'unknown',
  };
}

export type Outcome = 'reproduced' | 'changed' | 'unknown';

/** Reproduced: the same rows of the same data by the same hunt, whatever the app's version. */
export function outcomeOf({ data, hunt, rows }: ClaimCheck): Outcome {
  if (data === 'changed' || hunt === 'changed' || rows === 'changed') return 'changed';
  return rows === 'same' ? 'reproduced' : 'unknown';
}

function standing(claimed: string | null, now: string | null): Standing {
  if (claimed === null || now === null) return 'unknown';
  return claimed === now ? 'same' : 'changed';
}
