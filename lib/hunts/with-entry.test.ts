import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HuntEntry } from './hunt-document';
import { readHuntDocument } from './read-hunt-document';
import { withEntry } from './with-entry';

const shipped = readFileSync(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
const small = '# Hunt\n\n## Analytics\n\n### Analytic I: One\n\n#### Logic\n\n```sql\nSELECT 1 AS a FROM t\n```\n';
const entry: HuntEntry = {
  kind: 'false-positive',
  words: 'Backup writes its catalogue at night',
  label: 'Analytic IV, hardened',
  address: 'v=1&analytic=IV&reading=hardened&row=0.58,0.60',
  dataset: { sha256: '9b'.repeat(32), name: 'sample.zip' },
};
const item = `- Backup writes its catalogue at night [Analytic IV, hardened](#${entry.address} "sha256:${entry.dataset.sha256} sample.zip")`;

describe('withEntry', () => {
  it('adds an item at the end of the section’s list, and nothing else changes', () => {
    const bypass: HuntEntry = { ...entry, kind: 'bypass', words: 'A mask of 0x4', address: 'v=1&section=query&query=sql:SELECT_1' };
    const written = withEntry(withEntry(shipped, entry), bypass);
    expect(readHuntDocument(written).entries).toEqual([bypass, entry]);
    const lines = written.split('\n');
    expect(lines.filter((line) => line !== item && !line.startsWith('- A mask of 0x4')).join('\n')).toBe(shipped);
    expect(lines[lines.indexOf(item) + 2]).toBe('## Hunter Notes');
    expect(readHuntDocument(shipped).entries).toEqual([]);
  });

  it('makes the section after the analytics where there is none, above the cell break', () => {
    expect(withEntry(small, entry)).toBe(`${small}\n## False Positives\n\n${item}\n`);
    expect(withEntry(`${small}\n+++\n\n## References\n\nNone.\n`, entry)).toBe(`${small}\n## False Positives\n\n${item}\n\n+++\n\n## References\n\nNone.\n`);
  });

  it('stands after a table or words, before the cell break and the next heading', () => {
    const table = '| Idea | Playbook |\n|:-----|:---------|\n| None | |';
    expect(withEntry(`${small}\n## Known Bypasses\n\n${table}\n\n+++\n\n## False Positives\n\nSome.\n`, { ...entry, kind: 'bypass' })).toContain(`${table}\n\n${item}\n\n+++\n\n## False Positives`);
    expect(withEntry(`${small}\n## Known False Positives\n`, entry)).toContain(`## Known False Positives\n\n${item}\n`);
  });

  it('goes into a Jupyter notebook, which becomes Markdown', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# Hunt\n', '## Analytics\n', '### Analytic I\n', '#### Logic'] },
      { cell_type: 'code', source: ['SELECT 1 AS a FROM t'], outputs: [] },
      { cell_type: 'markdown', source: ['## Known Bypasses\n', '| Idea |\n', '|:--|\n', '| None |'] },
    ];
    const written = withEntry(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }), { ...entry, kind: 'bypass' });
    expect(readHuntDocument(written).entries).toEqual([{ ...entry, kind: 'bypass' }]);
    expect(written).toContain(`| None |\n\n${item}`);
  });

  it('refuses a section whose end swallows what follows', () => {
    expect(() => withEntry(`${small}\n## False Positives\n\n<!-- open\n`, entry)).toThrow('No entry can be added to the section False Positives');
  });

  it('keeps any words, label and file name of one line', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(line, line, line, (words, label, name) => {
        const odd = { ...entry, words, label, dataset: { ...entry.dataset, name } };
        expect(readHuntDocument(withEntry(`${small}\n## False Positives\n`, odd)).entries).toEqual([odd]);
      }),
      { numRuns: 40 },
    );
  });
});
