import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedHunts } from './hunt-list';

const folder = fileURLToPath(new URL('../../public/hunts/', import.meta.url));

describe('the list of hunts', () => {
  it('names every document that is shipped', () => {
    expect(shippedHunts.map((hunt) => `${hunt.id}.md`).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.md')).sort());
  });

  it.each(shippedHunts)('says of $id what its document says', ({ id, title, techniques, dataset }) => {
    const document = readFileSync(`${folder}${id}.md`, 'utf8');
    expect(document).toContain(`\nid: ${id}\ntitle: ${title}\n`);
    expect(document).toContain(`\ntechniques: [${techniques.join(', ')}]\n`);
    expect(document).toMatch(new RegExp(`\\| title +\\| ${dataset.title} +\\|`));
    expect(document).toContain(`| ${dataset.link} |`);
  });
});
