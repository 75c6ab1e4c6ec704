import { describe, expect, it } from 'vitest';
import { rank } from './rank';

const COMMANDS = ['Query', 'II · Published pandas', 'IV · Published pandas', 'IV · Published SQL', 'Sessions on WORKSTATION6.theshire.local', 'pgustavo on WORKSTATION6 · 0x4e13b2e', 'Theme: dark'];

describe('what is found, the best first', () => {
  it.each([
    ['iv pandas', ['IV · Published pandas']],
    ['PANDAS', ['II · Published pandas', 'IV · Published pandas']],
    ['work', ['Sessions on WORKSTATION6.theshire.local', 'pgustavo on WORKSTATION6 · 0x4e13b2e']],
    ['13b2e', ['pgustavo on WORKSTATION6 · 0x4e13b2e']],
    ['theme dark', ['Theme: dark']],
    ['ark', ['Theme: dark']],
    ['nothing', []],
  ])('%s', (typed, found) => {
    const ranked = COMMANDS.map((name) => ({ name, fit: rank(typed, [name]) })).filter(({ fit }) => fit > 0);
    expect(ranked.sort((a, b) => b.fit - a.fit).map(({ name }) => name)).toEqual(found);
  });
});

it('puts a whole word before the beginning of one, and that before the middle', () => {
  expect(rank('smb', ['SMB share'])).toBeGreaterThan(rank('smb', ['smbexec']));
  expect(rank('smb', ['smbexec'])).toBeGreaterThan(rank('smb', ['rpcsmb']));
});
