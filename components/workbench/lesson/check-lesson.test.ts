import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import { createInProcessEngine } from '@/lib/engine/in-process-engine';
import type { Lesson } from '@/lib/engine/lesson-file';
import { sharedPath } from '@/lib/shared-data.test-support';
import { checkLesson } from './check-lesson';

const project = (path: string) => new URL(`../../../${path}`, import.meta.url);
const PUBLIC = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
const text = await readFile(project('public/lessons/smb-create-remote-file.md'), 'utf8');

async function lessonOn(path: string | URL): Promise<{ engine: Engine; run: HuntRun; sha256: string | null }> {
  const engine = createInProcessEngine();
  const { sha256 } = await engine.open({ kind: 'file', name: 'dataset.zip', blob: new Blob([await readFile(path)]) });
  return { engine, sha256, run: await engine.runHunt(await readFile(project('public/hunts/smb-create-remote-file.md'), 'utf8')) };
}

async function read(engine: Engine, markdown: string): Promise<Lesson> {
  const lesson = await engine.readLesson({ name: 'lesson.md', blob: new Blob([markdown]) });
  if (lesson === null) throw new Error('it is no lesson');
  return lesson;
}

describe('our lesson', () => {
  it('holds on the sample: every answer is what the engine finds, every reveal is there', async () => {
    const { engine, run, sha256 } = await lessonOn(project('public/datasets/sample.zip'));
    const lesson = await read(engine, text);
    expect(lesson.datasets.find(({ id }) => id === 'sample')?.sha256).toBe(sha256);
    expect(await checkLesson(engine, run, lesson, 'sample')).toEqual([]);
  });

  it.skipIf(PUBLIC === null)(`holds on the public dataset${PUBLIC === null ? ' (skipped: ../shared/datasets is not here)' : ''}`, async () => {
    const { engine, run, sha256 } = await lessonOn(PUBLIC ?? '');
    const lesson = await read(engine, text);
    expect(lesson.datasets.find(({ id }) => id === 'covenant')?.sha256).toBe(sha256);
    expect(await checkLesson(engine, run, lesson, 'covenant')).toEqual([]);
  });

  it.each([
    { from: 'sample: 159', to: 'sample: 158', says: 'The answer is 158; what is revealed counts 159.' },
    { from: 'sample: 15\n', to: 'sample: 14\n', says: 'The answer is 14; what is revealed counts 15.' },
    { from: 'sample: adm.halvorsen', to: 'sample: nadia.brandt', says: 'No event that is revealed tells of nadia.brandt.' },
    { from: '0.3142 of 0.3128, 0.3129, 0.3142', to: '0.3129 of 0.3128, 0.3129, 0.3142', says: 'The event that is right is not among those that are revealed.' },
    { from: 'row@sample: 0.3125,0.3127\n', to: 'row@sample: 0.3125,0.3128\n', says: 'No row of the reading is made of these events.' },
    { from: 'session@sample: 0x5a1c3e', to: 'session@sample: 0x5a1c3f', says: 'There is no such session.' },
    { from: 'funnel: III.sql.only-fails.0.4', to: 'funnel: III.sql.only-fails.0.9', says: 'The funnel has no such number.' },
    { from: 'event@sample: 0.3127', to: 'event@sample: 0.999999', says: 'There is no such event.' },
  ])('tells what does not hold: $says', async ({ from, to, says }) => {
    const { engine, run } = await lessonOn(project('public/datasets/sample.zip'));
    expect(text.split(from)).toHaveLength(2);
    const problems = await checkLesson(engine, run, await read(engine, text.replace(from, to)), 'sample');
    expect(problems.map(({ message }) => message)).toEqual([says]);
  });
});
