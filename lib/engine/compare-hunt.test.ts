import { describe, expect, it } from 'vitest';
import { createInProcessEngine } from './in-process-engine';

const fence = (code: string) => `\`\`\`\n${code}\n\`\`\`\n\n`;
const hunt = [
  '# T\n\n## Analytics\n\n### Analytic I\n\n#### Logic\n\n',
  fence("SELECT Share FROM t WHERE EventID = 5140 AND Share LIKE '%C$'"),
  '#### Pandas Query\n\n',
  fence("df[(df['EventID'] == 5140) & (df['Share'].str.endswith('\\\\C$', na=False))]"),
  '### Analytic II\n\n#### Logic\n\n',
  fence("SELECT Path FROM t WHERE EventID = 11 AND Path = 'z'"),
].join('');

const events = [
  { EventID: 5140, Share: '\\\\*\\IPC$', Hostname: 'A' },
  { EventID: 5140, Share: '\\\\*\\C$', Hostname: 'A' },
  { EventID: 11, Path: 'a', Hostname: 'B' },
];

async function engineWithHunt() {
  const engine = createInProcessEngine();
  await engine.open({ kind: 'file', name: 'events.json', blob: new Blob([events.map((event) => `${JSON.stringify(event)}\n`).join('')]) });
  await engine.runHunt(hunt);
  return engine;
}

describe('what is asked about a hunt that ran', () => {
  it('tells why two readings differ, and the same when asked again', async () => {
    const engine = await engineWithHunt();
    const pair = { analytic: 'I', left: 'sql', right: 'pandas' } as const;
    const causes = await engine.differenceCauses(pair);
    expect(causes).toMatchObject({ both: 1, onlyLeft: { rows: 1, causes: [{ kind: 'pattern', values: [{ value: '\\\\*\\IPC$', rows: 1 }] }] }, onlyRight: { rows: 0 } });
    expect(await engine.differenceCauses(pair)).toBe(causes);
    expect(structuredClone(causes)).toEqual(causes);
  });

  it('tells what each host recorded, and of readings without a hit where that means something', async () => {
    const engine = await engineWithHunt();
    expect(await engine.coverage({ analytic: 'I', reading: 'pandas' })).toMatchObject({ counts: { hits: 1, noHit: 0, cannotKnow: 1 } });
    expect(await engine.hostsWithoutHit()).toEqual([
      { analytic: 'II', reading: 'sql', counts: { hits: 0, noHit: 1, cannotKnow: 1 }, cannotKnow: 'cannot know on A: no event 11' },
    ]);
  });

  it('knows its analytics and readings', async () => {
    const engine = await engineWithHunt();
    await expect(engine.coverage({ analytic: 'IX', reading: 'sql' })).rejects.toThrow('no analytic IX');
    await expect(engine.differenceCauses({ analytic: 'II', left: 'sql', right: 'pandas' })).rejects.toThrow('no reading pandas');
  });
});
