import { expect, it } from 'vitest';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import { emptyViewState } from '@/lib/url/view-state';
import { workbenchCommands } from './workbench-commands';

const run: HuntRun = { id: 'smb', title: 'SMB', sections: [], datasets: [], analytics: [], entries: [], problems: [] };
const engine = { sessions: async () => [] } as unknown as Engine;
const names = async (isHiding: boolean) =>
  (await workbenchCommands({ engine, view: { ...emptyViewState, dataset: { kind: 'sample' } }, go: () => undefined, run, hasLesson: true, isHiding, hosts: [], analytic: null })).map(({ name }) => name);

it('offers a student nothing that tells of the whole hunt', async () => {
  const [all, student] = [await names(false), await names(true)];
  expect(all.filter((name) => !student.includes(name))).toEqual(['Ground truth', 'Edit hunt', 'Evidence pack…', 'The whole hunt: PySpark script', 'The whole hunt: Jupyter notebook', 'The whole hunt: Finding (Markdown)', 'The whole hunt: ATT&CK Navigator layer', 'Pseudonyms…']);
  expect(student).toEqual(expect.arrayContaining(['Events', 'Query', 'Lesson']));
});
