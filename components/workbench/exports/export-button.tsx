import { ChevronDownIcon } from '@/components/ui/icons';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { ExportChoice } from './export-choices';

/** The menu "Export": groups with a line between them. */
export function ExportButton({ groups }: { readonly groups: readonly (readonly ExportChoice[])[] }) {
  const entries = groups
    .filter((choices) => choices.length > 0)
    .map((choices) => choices.map(({ name, run }): MenuEntry => ({ kind: 'action', label: name, onSelect: run })));
  return (
    <Menu
      label="Export"
      align="end"
      trigger={
        <>
          Export
          <ChevronDownIcon />
        </>
      }
      entries={entries.flatMap((group, i): MenuEntry[] => (i === 0 ? group : [{ kind: 'rule' }, ...group]))}
    />
  );
}
