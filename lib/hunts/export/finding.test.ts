import Ajv2020 from 'ajv/dist/2020';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { finding } from './finding';
import { navigatorLayer, techniquesOf } from './navigator-layer';

const PAIR = { type: 'object', required: ['name', 'value'], properties: { name: { type: 'string' }, value: { type: 'string' } }, additionalProperties: false };
/** The tables of https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md, for what a layer of ours may hold. */
const LAYER = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['name', 'domain'],
  properties: {
    versions: {
      type: 'object', required: ['navigator', 'layer'], additionalProperties: false,
      properties: { attack: { type: 'string' }, navigator: { type: 'string', pattern: '^(4\\.(9|\\d{2,})|[5-9])\\.' }, layer: { const: '4.5' } },
    },
    name: { type: 'string' },
    description: { type: 'string' },
    domain: { enum: ['enterprise-attack', 'mobile-attack', 'ics-attack'] },
    techniques: {
      type: 'array',
      items: {
        type: 'object', required: ['techniqueID'], additionalProperties: false,
        properties: {
          techniqueID: { type: 'string', pattern: '^T\\d{4}(\\.\\d{3})?$' }, tactic: { type: 'string' }, comment: { type: 'string' }, enabled: { type: 'boolean' },
          score: { type: 'number' }, color: { type: 'string' }, metadata: { type: 'array', items: PAIR }, showSubtechniques: { type: 'boolean' },
        },
      },
    },
    gradient: {
      type: 'object', required: ['colors', 'minValue', 'maxValue'], additionalProperties: false,
      properties: { colors: { type: 'array', minItems: 2, items: { type: 'string', pattern: '^#[0-9a-f]{6}$' } }, minValue: { type: 'number' }, maxValue: { type: 'number' } },
    },
    legendItems: { type: 'array', items: { type: 'object', required: ['label', 'color'], properties: { label: { type: 'string' }, color: { type: 'string' } }, additionalProperties: false } },
    metadata: { type: 'array', items: PAIR },
  },
  additionalProperties: false,
};
const isLayer = new Ajv2020().compile(LAYER);

const HOSTILE = ['a|b', '`x`', '<img src=x onerror=alert(1)>', '[y](http://evil.example)', '\\\\*\\C$', '**b**', 'C:\\', ' x', 'a\nb', '&amp;', 'http://evil.example', '![](x)', '``', 'a\\|b'];
const table = eventTableOf(HOSTILE.map((User) => `${JSON.stringify({ '@timestamp': '2020-09-22T18:00:00Z', Hostname: 'A', Channel: 'Security', EventID: 1, User })}\n`).join(''));
const dataset = { name: 'day|1.json', sha256: 'ab', events: HOSTILE.length, skippedLines: 1, hosts: [{ value: 'A' }], time: { first: '2020', last: '2021' } };
const fence = '```';

function result(query: string, top = 'techniques: [T1021.002, T1570]') {
  return runHunt(readHuntDocument(`---\n${top}\n---\n\n# A *hunt*\n\n## Analytic I\n\nWords.\n\n#### Logic\n\n${fence}sql\n${query}\n${fence}\n`), table);
}
const HITS = 'SELECT User, EventID FROM t';

describe('the layer of ATT&CK Navigator', () => {
  it.each([
    ['hits', HITS, 1],
    ['no hit', "SELECT User FROM t WHERE User = 'nobody'", 0],
    ['cannot know', 'SELECT User FROM t WHERE EventID = 4711', undefined],
  ])('%s: is valid, and scored where something is known', (words, query, score) => {
    const layer: unknown = JSON.parse(navigatorLayer(result(query), dataset));
    expect(isLayer(layer), JSON.stringify(isLayer.errors)).toBe(true);
    expect(layer).toMatchObject({ techniques: [{ techniqueID: 'T1021.002', comment: `Analytic I: ${words}` }, { techniqueID: 'T1570' }] });
    expect(JSON.stringify(layer).match(/"score":\d+/g) ?? []).toEqual(score === undefined ? [] : [`"score":${score}`, `"score":${score}`]);
  });

  it('knows techniques by links where the document names none', () => {
    const linked = readHuntDocument('# H\n\n## Analytic I\n\n[a](https://attack.mitre.org/techniques/T1021/002/) https://attack.mitre.org/techniques/T1570 T9999\n\n#### Logic\n\n```\nSELECT 1 FROM t\n```\n');
    expect(techniquesOf(linked)).toEqual(['T1021.002', 'T1570']);
  });
});

describe('the finding', () => {
  const text = finding(result(HITS), null, dataset, table);
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

  it('shows every cell as it is in the dataset, and nothing of it is markup', () => {
    const rows = nodes(tree).filter((node) => node.type === 'tableRow').slice(1);
    // A line end would end the row; it is shown as a space.
    expect(rows.map((row) => row.children.slice(0, 1).map(textOf).join(''))).toEqual(HOSTILE.map((value) => value.replace('\n', ' ').trim()));
    expect(rows.map((row) => textOf(row.children[2]))).toEqual(HOSTILE.map((_, i) => `events.json:${i + 1}`));
    expect(nodes(tree).map(({ type }) => type).filter((type) => type === 'html' || type === 'link' || type === 'image' || type === 'strong')).toEqual([]);
  });

  it('says what the dataset is, what was asked, and what cannot be known', () => {
    for (const said of ['# Finding: A hunt', '1 line could not be read', '14 rows', `${fence}sql\n${HITS}\n${fence}`]) expect(text).toContain(said);
    expect(finding(result('SELECT User FROM t WHERE EventID = 4711'), 'I', dataset, table)).toContain('Cannot know.');
  });
});

function nodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodes) : [])];
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
