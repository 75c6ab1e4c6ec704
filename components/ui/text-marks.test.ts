import { expect, it } from 'vitest';
import { cutAtMarks } from './text-marks';

it.each([
  ['C:\\Windows\\cmd.exe', 'windows', false, ['C:\\', 'Windows', '\\cmd.exe']],
  ['C:\\Windows\\cmd.exe', 'windows', true, ['C:\\Windows\\cmd.exe']],
  ['aaa', 'A', false, ['', 'a', '', 'a', '', 'a', '']],
  // 'İ' in lower case is two characters.
  ['İx', 'X', false, ['İ', 'x', '']],
  ['anything', '', false, ['anything']],
])('%s cut at %s', (text, wanted, matchCase, pieces) => {
  expect(cutAtMarks(text, { text: wanted, matchCase })).toEqual(pieces);
});
