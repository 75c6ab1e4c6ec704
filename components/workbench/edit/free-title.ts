import type { KeptHunt } from '@/components/workbench/kept-hunts';

/** "My hunt" and "my-hunt.md", numbered where a hunt of that title or name is kept already. */
export function freeTitle(kept: readonly Pick<KeptHunt, 'name' | 'title'>[]): { readonly title: string; readonly name: string } {
  for (let number = 1; ; number++) {
    const title = number === 1 ? 'My hunt' : `My hunt ${number}`;
    const name = number === 1 ? 'my-hunt.md' : `my-hunt-${number}.md`;
    if (!kept.some((hunt) => hunt.title === title || hunt.name === name)) return { title, name };
  }
}
