import { encode } from 'uqr';
import { qrPath } from './qr-path';

/** ISO/IEC 18004: four modules of light around the code. */
export const QUIET = 4;

/** A text as a QR code: the dark modules as a path from 0,0, a module being one unit, and the whole side with the light around. */
export function qrCode(text: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  return { path: qrPath(data), side: size + 2 * QUIET };
}
