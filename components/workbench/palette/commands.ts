import { useEffect } from 'react';

export type CommandGroup = 'Views' | 'Analytics' | 'Hosts' | 'Sessions' | 'Dataset' | 'Export' | 'Page';

export interface Command {
  readonly group: CommandGroup;
  readonly name: string;
  /** Differs among all commands of its group. */
  readonly id: string;
  /** What else it is found by. */
  readonly words?: readonly string[];
  readonly run: () => void;
}

/** The command that shows the keys: the palette does that itself. */
export const KEYS_COMMAND = 'keys';

/** Asked each time the palette opens. */
export type CommandSource = () => readonly Command[] | Promise<readonly Command[]>;

const sources = new Map<string, CommandSource>();

/** Offers commands in the palette for as long as the component is mounted. `source` should stay the same function while it means the same. */
export function useCommands(name: string, source: CommandSource): void {
  useEffect(() => {
    sources.set(name, source);
    return () => void sources.delete(name);
  }, [name, source]);
}

export const GROUPS: readonly CommandGroup[] = ['Views', 'Analytics', 'Dataset', 'Export', 'Page', 'Hosts', 'Sessions'];

/** Whatever can be done now. A source that fails offers nothing. */
export async function allCommands(): Promise<readonly Command[]> {
  const offered = await Promise.all([...sources.values()].map(async (source) => await source()).map((commands) => commands.catch(() => [])));
  return offered.flat();
}
