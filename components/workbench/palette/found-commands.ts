import { GROUPS, type Command, type CommandGroup } from './commands';
import { rank } from './rank';

export interface FoundGroup {
  readonly group: CommandGroup;
  /** At least one. */
  readonly commands: readonly Command[];
}

/** What fits what is typed, the best first: the groups by their best command, each group's commands among themselves. All, in their order, for nothing typed. */
export function foundCommands(commands: readonly Command[], typed: string): readonly FoundGroup[] {
  const ranked = commands
    .map((command) => ({ command, fit: rank(typed, [command.group, command.id, command.name, ...(command.words ?? [])]) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const groups = GROUPS.map((group) => ({ group, members: ranked.filter(({ command }) => command.group === group) }));
  return groups
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members[0].fit - a.members[0].fit)
    .map(({ group, members }) => ({ group, commands: members.map(({ command }) => command) }));
}
