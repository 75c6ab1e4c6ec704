import type { Files } from './zip-fixtures.test-support';

const BLOCK = 512;
const encoder = new TextEncoder();

/** A made-up archive as GNU tar writes it (tar's manual, "Basic Tar Format"): a long name goes before its file as one of type L. */
export function tarOf(files: Files): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = [];
  for (const [name, content] of Object.entries(files)) {
    if (name.length > 100) blocks.push(header('././@LongLink', name.length + 1, 'L'), padded(encoder.encode(`${name}\0`)));
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    blocks.push(header(name.slice(0, 100), bytes.length, '0'), padded(bytes));
  }
  blocks.push(new Uint8Array(2 * BLOCK));
  return new Uint8Array(Buffer.concat(blocks));
}

function header(name: string, size: number, type: string): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => block.set(encoder.encode(text), at);
  put(name, 0);
  put('0000644\0', 100);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put(' '.repeat(8), 148);
  put(type, 156);
  put('ustar  \0', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function padded(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK);
  blocks.set(bytes);
  return blocks;
}
