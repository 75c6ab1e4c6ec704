import { writeFile } from 'node:fs/promises';
import { sampleZip } from './generate-sample';

const path = 'public/datasets/sample.zip';
const bytes = await sampleZip();
await writeFile(path, bytes);
console.log(`${path}: ${bytes.length.toLocaleString('en')} bytes`);
