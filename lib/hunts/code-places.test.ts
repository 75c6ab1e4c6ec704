import { describe, expect, it } from 'vitest';
import { codePlaces, documentLines, lineAt } from './code-places';
import { readHuntDocument } from './read-hunt-document';

/** Where the word stands in the document, by the reading's own place of it. */
function placed(markdown: string, word: string): { readonly found: number; readonly expected: number } {
  const document = readHuntDocument(markdown);
  const [reading] = document.analytics[0].readings;
  return { found: codePlaces(documentLines(document.markdown), reading)(reading.code.indexOf(word)), expected: document.markdown.indexOf(word) };
}

describe('codePlaces', () => {
  const head = '# Hunt\n\n### Analytic I\n\n';
  it.each([
    ['a plain fence', `${head}#### Logic\n\n\`\`\`sql\nSELECT a\n\nFROM t WHERE here = 1\n\`\`\`\n`],
    ['a directive with options', `${head}#### Logic\n\n\`\`\`{code-block} sql\n:name: x\n\nSELECT a\nFROM t WHERE here = 1\n\`\`\`\n`],
    ['two cells', `${head}#### Pandas Query\n\n\`\`\`{code-cell} ipython3\na = df\n\`\`\`\n\nWords between.\n\n\`\`\`{code-cell} ipython3\nhere = a\nhere\n\`\`\`\n`],
    ['a line that is no Python', `${head}#### Pandas Query\n\n\`\`\`{code-cell} ipython3\n%matplotlib here\ndf\n\`\`\`\n`],
    ['a string in Python', `${head}#### Logic\n\n\`\`\`{code-cell} ipython3\nx = spark.sql('''SELECT here\nFROM t''')\n\`\`\`\n`],
  ])('finds %s', (_, markdown) => {
    const { found, expected } = placed(markdown, 'here');
    expect(found).toBe(expected);
  });

  it('counts lines from 1', () => {
    const lines = documentLines('a\nbc\n');
    expect([0, 1, 2, 4, 5].map((offset) => lineAt(lines, offset))).toEqual([1, 1, 2, 2, 3]);
  });
});
