import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** An image of grey values from 0 to 255, or the bytes of a PNG. */
type Picture = Uint8Array | { readonly width: number; readonly height: number; readonly grey: Uint8Array };

let ready: Promise<unknown> | null = null;

/** The texts of the QR codes that ZXing, which many phones scan with, sees in a picture. */
export async function scanCodes(picture: Picture): Promise<readonly string[]> {
  ready ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  );
  await ready;
  const codes = await readBarcodes(picture instanceof Uint8Array ? picture : imageOf(picture), { formats: ['QRCode'] });
  return codes.map(({ text }) => text);
}

function imageOf({ width, height, grey }: Exclude<Picture, Uint8Array>): ImageData {
  const data = new Uint8ClampedArray(4 * grey.length);
  grey.forEach((value, at) => data.set([value, value, value, 255], 4 * at));
  return { data, width, height, colorSpace: 'srgb' };
}
