/* Prints what memory twenty datasets leave behind, in bytes, by the way they came and went: node --expose-gc --import tsx THIS */
import { UserError } from '@/lib/base/user-error';
import { zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import type { DatasetSource, Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';

const HUNT = `# Logons\n\n## Analytics\n\n### Analytic I\n\n#### Logic\n\n\`\`\`\nSELECT Hostname, RecordNumber FROM sdfTable WHERE EventID = 4624\n\`\`\`\n`;

/** 2,500 events of about 400 bytes. */
function lines(): string {
  const line = (i: number) =>
    JSON.stringify({ '@timestamp': new Date(1.7e12 + i * 1_000).toISOString(), EventID: 4624, Channel: 'Security', Hostname: `WS${i % 50}`, TargetLogonId: `0x${i.toString(16)}`, Message: `${i} `.padEnd(250, 'x') });
  return Array.from({ length: 2_500 }, (_, i) => `${line(i)}\n`).join('');
}

const archive = new Blob([await zipOf({ 'a.json': lines(), 'b.json': lines() }, 'STORE')]);
const source: DatasetSource = { kind: 'file', name: 'a.zip', blob: archive };

async function look(engine: Engine): Promise<void> {
  await engine.runHunt(HUNT);
  await engine.sessions({});
  await engine.timeline({ bins: 50, by: 'channel', range: null, hits: [] });
  await engine.report();
}

/** What one round does. */
const WAYS: Readonly<Record<string, (engine: Engine) => Promise<void>>> = {
  'opened, looked at and closed': async (engine) => {
    await engine.open(source);
    await look(engine);
    engine.close();
  },
  'opened in place of the one before': async (engine) => {
    await engine.open(source);
    await look(engine);
  },
  'cancelled on the way': async (engine) => {
    const controller = new AbortController();
    const opening = engine.open(source, { signal: controller.signal, onProgress: ({ bytes }) => bytes > 0 && controller.abort() });
    await opening.catch((error: unknown) => expectUserError(error));
  },
  'over the limit': async (engine) => {
    await engine.open(source, { maxBytes: 500_000, members: ['a.json'] }).catch((error: unknown) => expectUserError(error));
  },
};

function expectUserError(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}

/** Heap and array buffers, after everything that can go has gone. */
async function bytesHeld(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const left: Record<string, number> = {};
for (const [name, way] of Object.entries(WAYS)) {
  const engine = createInProcessEngine();
  // Compiled code and caches come with the first rounds.
  for (let round = 0; round < 4; round++) await way(engine);
  const before = await bytesHeld();
  for (let round = 0; round < 20; round++) await way(engine);
  left[name] = (await bytesHeld()) - before;
}
console.log(JSON.stringify(left));
