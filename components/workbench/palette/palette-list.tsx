'use client';

import { Command as Palette } from 'cmdk';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { allCommands, type Command } from './commands';
import { foundCommands } from './found-commands';
import { PALETTE_FIELD, type PaletteStart } from './palette-field';

interface PaletteListProps {
  /** What was done in the palette before its script was there. */
  readonly start: PaletteStart;
  /** Closes the palette, then does it: the focus is back on the page by then. */
  readonly onChoose: (command: Command) => void;
}

/** Every view and action, narrowed by what is typed. Enter that comes before the commands do chooses the first as soon as they are there. */
export function PaletteList({ start, onChoose }: PaletteListProps) {
  const [commands, setCommands] = useState<readonly Command[] | null>(null);
  const [typed, setTyped] = useState(start.typed);
  const field = useRef<HTMLInputElement>(null);
  const early = useRef(start.isEntered);
  useEffect(() => void trackBusy(allCommands()).then(setCommands), []);
  useEffect(() => field.current?.setSelectionRange(start.typed.length, start.typed.length), [start]);
  const found = useMemo(() => foundCommands(commands ?? [], typed), [commands, typed]);

  useEffect(() => {
    if (commands === null || !early.current) return;
    early.current = false;
    const first = found.at(0)?.commands[0];
    if (first) onChoose(first);
  }, [commands, found, onChoose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (commands === null) early.current = event.key === 'Enter';
  };
  return (
    <Palette label="Commands" loop shouldFilter={false} onKeyDown={onKeyDown} className="flex min-h-0 flex-col">
      <Palette.Input ref={field} autoFocus value={typed} onValueChange={setTyped} {...PALETTE_FIELD} />
      <Palette.List className="min-h-0 overflow-y-auto p-1.5">
        {commands !== null && <Palette.Empty className="px-3 py-6 text-center text-sm text-ink-2">Nothing is called that. Try a host, an account or an analytic’s number.</Palette.Empty>}
        {found.map(({ group, commands: members }) => (
          <Palette.Group key={group} heading={group} className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pb-0.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:text-2xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-3">
            {members.map((command) => (
              <Palette.Item
                key={command.id}
                value={`${group} ${command.id}`}
                onSelect={() => onChoose(command)}
                className="flex min-h-8 cursor-default items-center rounded px-2.5 py-1 text-sm data-[selected=true]:bg-selected"
              >
                <span className="truncate">{command.name}</span>
              </Palette.Item>
            ))}
          </Palette.Group>
        ))}
      </Palette.List>
    </Palette>
  );
}
