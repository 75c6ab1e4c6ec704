'use client';

import { Command as Palette } from 'cmdk';
import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { allCommands, GROUPS, type Command } from './commands';
import { rank } from './rank';

interface PaletteListProps {
  /** Closes the palette, then does it: the focus is back on the page by then. */
  readonly onChoose: (command: Command) => void;
}

/** Every view and action, narrowed by what is typed. */
export function PaletteList({ onChoose }: PaletteListProps) {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => void trackBusy(allCommands()).then(setCommands), []);
  return (
    <Palette label="Commands" loop filter={(id, typed, texts) => rank(typed, [id, ...(texts ?? [])])} className="flex min-h-0 flex-col">
      <Palette.Input autoFocus placeholder="Go to a view, an analytic, a host, a session; or do something" className="h-11 w-full shrink-0 border-b border-line bg-transparent px-4 text-base text-ink outline-none placeholder:text-ink-3" />
      <Palette.List className="min-h-0 overflow-y-auto p-1.5">
        {commands.length > 0 && <Palette.Empty className="px-3 py-6 text-center text-sm text-ink-2">Nothing is called that. Try a host, an account or an analytic’s number.</Palette.Empty>}
        {GROUPS.map((group) => {
          const members = commands.filter((command) => command.group === group);
          return (
            members.length > 0 && (
              <Palette.Group key={group} heading={group} className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pb-0.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:text-2xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-3">
                {members.map((command) => (
                  <Palette.Item
                    key={command.id}
                    value={`${group} ${command.id}`}
                    keywords={[command.name, ...(command.words ?? [])]}
                    onSelect={() => onChoose(command)}
                    className="flex min-h-8 cursor-default items-center rounded px-2.5 py-1 text-sm data-[selected=true]:bg-selected"
                  >
                    <span className="truncate">{command.name}</span>
                  </Palette.Item>
                ))}
              </Palette.Group>
            )
          );
        })}
      </Palette.List>
    </Palette>
  );
}
