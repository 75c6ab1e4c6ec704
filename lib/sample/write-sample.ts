import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { writeAnswerKey } from '@/lib/hunts/answer-key';
import { sampleZip } from './generate-sample';
import { sampleAnswerKey } from './sample-answer-key';

const path = 'public/datasets/sample.zip';
const bytes = await sampleZip();
await writeFile(path, bytes);
console.log(`${path}: ${bytes.length.toLocaleString('en')} bytes`);
const key = sampleAnswerKey(createHash('sha256').update(bytes).digest('hex'));
await writeFile('public/datasets/sample.answer-key.json', writeAnswerKey(key));
console.log(`public/datasets/sample.answer-key.json: ${key.events.length} events`);
