import { expect, it } from 'vitest';
import type { Command, CommandGroup } from './commands';
import { foundCommands } from './found-commands';

const command = (group: CommandGroup, id: string, name: string, words: readonly string[] = []): Command => ({ group, id, name, words, run: () => undefined });
const COMMANDS = [
  command('Page', 'dark', 'Theme: dark'),
  command('Sessions', '0x9b1ad0 0 WS7', 'pgustavo on WS7 · 0x9b1ad0'),
  command('Sessions', '0x9b1a6d 0 WS7', 'pgustavo on WS7 · 0x9b1a6d'),
  command('Hosts', 'WS7', 'Sessions on WS7'),
  command('Views', 'query', 'Query', ['sql']),
];

it.each([
  ['', ['Views: Query', 'Page: Theme: dark', 'Hosts: Sessions on WS7', 'Sessions: pgustavo on WS7 · 0x9b1ad0 | pgustavo on WS7 · 0x9b1a6d']],
  ['9b1ad0', ['Sessions: pgustavo on WS7 · 0x9b1ad0']],
  // The name of a group finds its commands; a whole word of one stands before the group of a beginning.
  ['sessions ws7', ['Hosts: Sessions on WS7', 'Sessions: pgustavo on WS7 · 0x9b1ad0 | pgustavo on WS7 · 0x9b1a6d']],
  ['sq', ['Views: Query']],
  ['nothing', []],
])('finds for %j', (typed, expected) => {
  expect(foundCommands(COMMANDS, typed).map(({ group, commands }) => `${group}: ${commands.map(({ name }) => name).join(' | ')}`)).toEqual(expected);
});
