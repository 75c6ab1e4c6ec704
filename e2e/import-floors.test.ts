import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A small house of its own, so that the rules are seen to fail. */
const FILES: Readonly<Record<string, string>> = {
  'lib/base/ok.ts': 'export const base = 1; export interface Base { readonly a: 1 }',
  'lib/events/table.ts': "import { base } from '@/lib/base/ok'; export const events = base; export interface Table { readonly b: 2 }",
  'lib/events/looks-up.ts': "import type { Plan } from '@/lib/query/plan'; export type Up = Plan;",
  'lib/query/plan.ts': "import { events } from '@/lib/events/table'; export const plan = events; export interface Plan { readonly c: 3 }",
  'lib/query/beside.ts': "import { archive } from '@/lib/ingest/archive'; export const beside = archive;",
  'lib/ingest/archive.ts': 'export const archive = 1;',
  'lib/hunts/reads-files.ts': "import { archive } from '@/lib/ingest/archive'; export const reads = archive;",
  'lib/engine/engine.ts': "import { plan } from '@/lib/query/plan'; export const engine = plan; export interface Engine { readonly d: 4 }",
  'lib/engine/worker-client.ts': "import type { Engine } from './engine'; export const client = (engine: Engine) => engine.d;",
  'lib/engine/with-react.ts': "import { useState } from 'react'; export const hook = useState;",
  'lib/url/types-only.ts': "import type { Engine } from '@/lib/engine/engine'; export type Address = Engine;",
  'lib/url/values.ts': "import { engine } from '@/lib/engine/engine'; export const value = engine;",
  'lib/attic/anything.ts': "import { base } from '@/lib/base/ok'; export const attic = base;",
  'lib/query/round-a.ts': "import { roundB } from './round-b'; export const roundA = () => roundB;",
  'lib/query/round-b.ts': "import { roundA } from './round-a'; export const roundB = () => roundA;",
  'lib/query/plan.test.ts': "import { engine } from '@/lib/engine/engine'; export const free = engine;",
  'lib/query/uses-a-test.ts': "import { free } from './plan.test'; export const bound = free;",
  'lib/query/unzips.ts': "import JSZip from 'jszip'; export const zip = JSZip;",
  'components/ui/button.ts': "import { base } from '@/lib/base/ok'; export const button = base;",
  'components/ui/event-button.ts': "import type { Table } from '@/lib/events/table'; export type EventButton = Table;",
  'components/home/home.ts': "import { client } from '@/lib/engine/worker-client'; import { button } from '@/components/ui/button'; export const home = [client, button];",
  'components/home/typed.ts': "import type { Table } from '@/lib/events/table'; export type Shown = Table;",
  'components/workbench/reaches-down.ts': "import { plan } from '@/lib/query/plan'; export const bench = plan;",
  'components/workbench/reaches-over.ts': "import { home } from '@/components/home/home'; export const over = home;",
  'app/page.ts': "import { home } from '@/components/home/home'; export const page = home;",
  'app/reaches-down.ts': "import { engine } from '@/lib/engine/engine'; export const deep = engine;",
};

const BROKEN: readonly (readonly [file: string, rule: string])[] = [
  ['app/reaches-down.ts', 'app-composes'],
  ['components/ui/event-button.ts', 'ui-knows-no-events'],
  ['components/workbench/reaches-down.ts', 'components-ask-the-engine'],
  ['components/workbench/reaches-over.ts', 'components-are-apart'],
  ['lib/attic/anything.ts', 'lib-room-without-floor'],
  ['lib/engine/with-react.ts', 'no-react-under-the-components'],
  ['lib/events/looks-up.ts', 'floor-events'],
  ['lib/hunts/reads-files.ts', 'floor-hunts'],
  ['lib/query/beside.ts', 'floor-query'],
  ['lib/query/round-a.ts', 'no-cycles'],
  ['lib/query/unzips.ts', 'archives-only-in-ingest'],
  ['lib/query/uses-a-test.ts', 'nothing-imports-a-test'],
  ['lib/url/values.ts', 'url-takes-types-only'],
];

const house = mkdtempSync(join(tmpdir(), 'huntbook-floors-'));
afterAll(() => rmSync(house, { recursive: true }));

describe('the import floors', () => {
  it('fail the build where a file breaks them, and only there', () => {
    for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) cpSync(join(ROOT, name), join(house, name));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(house, name)), { recursive: true });
      writeFileSync(join(house, name), `${text}\n`);
    }
    expect(violations()).toEqual(BROKEN.map(([file, rule]) => `${file} ${rule}`));
  });
});

/** "file rule", sorted. */
function violations(): string[] {
  const report = cruise();
  const list = report.summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  return list.sort();
}

interface Report {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

function cruise(): Report {
  const command = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const text = execFileSync(process.execPath, [command, '--output-type', 'json', 'app', 'components', 'lib'], { cwd: house, encoding: 'utf8' });
  return JSON.parse(text) as Report;
}
