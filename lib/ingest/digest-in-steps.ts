import { piecesOf } from './bytes-part';
import { throwIfCancelled } from './pace';
import { Sha256 } from './sha256-steps';

/**
 * SHA-256 in lower-case hex of a file that is too large to be in memory as a whole, which the platform's own would need: in steps, on the
 * caller's thread (in Node by its own streaming hash). @throws FileUnreadable; UserError 'cancelled'
 */
export async function digestInSteps(blob: Blob, signal?: AbortSignal): Promise<string> {
  const hash = nodeHash() ?? new Sha256();
  for await (const piece of piecesOf(blob)) {
    throwIfCancelled(signal);
    hash.update(piece);
  }
  return hash.digest();
}

function nodeHash(): Pick<Sha256, 'update' | 'digest'> | null {
  if (!('process' in globalThis) || typeof process.getBuiltinModule !== 'function') return null;
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
