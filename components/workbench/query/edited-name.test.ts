import { expect, it } from 'vitest';
import { editedName } from './edited-name';

it.each([
  ['smb.md', 'smb-edited.md'],
  ['smb-edited.md', 'smb-edited.md'],
  ['notebook.ipynb', 'notebook-edited.md'],
  ['notes.txt', 'notes.txt-edited.md'],
])('%s edited is %s', (name, edited) => expect(editedName(name)).toBe(edited));
