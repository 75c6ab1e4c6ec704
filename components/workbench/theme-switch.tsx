'use client';

import type { Theme } from '@/lib/url/view-state';
import type { SizeControl } from './use-size';
import { MoonIcon, SunIcon, SystemIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';

interface ThemeSwitchProps extends SizeControl {
  readonly theme: Theme | null;
  readonly onChange: (theme: Theme | null) => void;
}

export function ThemeSwitch({ theme, onChange, size, setSize }: ThemeSwitchProps) {
  return (
    <Menu
      label="Theme and size"
      align="end"
      className="w-7 px-0"
      trigger={theme === 'light' ? <SunIcon /> : theme === 'dark' ? <MoonIcon /> : <SystemIcon />}
      entries={[
        { kind: 'check', label: 'As the system', checked: theme === null, onSelect: () => onChange(null) },
        { kind: 'check', label: 'Light', checked: theme === 'light', onSelect: () => onChange('light') },
        { kind: 'check', label: 'Dark', checked: theme === 'dark', onSelect: () => onChange('dark') },
        { kind: 'rule' },
        { kind: 'check', label: 'Presentation size', checked: size === 'large', onSelect: () => setSize(size === 'large' ? null : 'large') },
      ]}
    />
  );
}
