import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a file of real data that lies beside the repository, not in it; null where it is missing. */
export function sharedPath(name: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}
