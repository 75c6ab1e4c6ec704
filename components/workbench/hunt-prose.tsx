'use client';

import { useCallback, useRef, type ReactNode } from 'react';
import type { EntryKind, HuntEntry, HuntRun } from '@/lib/engine/engine';
import { Button, IconButton } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import { Markdown } from '@/components/ui/markdown';
import { AddButtons } from './entries/add-buttons';
import { EntryLink } from './entries/entry-link';
import { useHuntEntries } from './entries/hunt-entries';

const SECTION_NAMES: Readonly<Record<EntryKind, string>> = { 'false-positive': 'False Positives', bypass: 'Known Bypasses' };

interface HuntProseProps extends Pick<HuntRun, 'title' | 'sections'> {
  /** The datasets that it names, to open. */
  readonly children: ReactNode;
}

/** A button that opens the hunt's document to read. */
export function HuntProse({ title, sections, children }: HuntProseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { entries, add } = useHuntEntries();
  const missing = (['bypass', 'false-positive'] as const).filter((kind) => !sections.some(({ holds }) => holds === kind));
  const close = () => dialog.current?.close();
  const linkOf = useCallback(
    (href: string, title: string | undefined) => {
      const entry = entryOf(entries, href, title);
      return (
        entry &&
        ((words: ReactNode) => (
          <EntryLink entry={entry} onOpen={() => dialog.current?.close()}>
            {words}
          </EntryLink>
        ))
      );
    },
    [entries],
  );
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>Read the hunt</Button>
      <dialog
        ref={dialog}
        aria-label={title}
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
        className="m-auto max-h-[min(52rem,92dvh)] w-[min(46rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-line bg-surface p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.45)]"
      >
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 border-b border-line px-6 py-3">
            <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
            <IconButton label="Close" onClick={close}>
              <CloseIcon />
            </IconButton>
          </header>
          <div tabIndex={0} role="group" aria-label="The hunt’s document" className="focus-inset flex flex-col gap-5 overflow-auto px-6 pb-8 pt-4">
            {sections.map(({ heading, markdown, holds }, place) => (
              <section key={`${place} ${heading}`}>
                <h3 className="mb-1.5 text-base font-semibold">{heading}</h3>
                <Markdown text={markdown} inner={linkOf} />
                {holds && (
                  <div className="mt-3">
                    <AddButtons kinds={[holds]} onAdd={close} />
                  </div>
                )}
              </section>
            ))}
            {add !== null && missing.length > 0 && (
              <section>
                <h3 className="mb-1.5 text-base font-semibold">{missing.map((kind) => SECTION_NAMES[kind]).join(' and ')}</h3>
                <p className="mb-3 text-sm text-ink-2">The hunt says nothing of {missing.length === 2 ? 'them' : 'these'} yet.</p>
                <AddButtons kinds={missing} onAdd={close} />
              </section>
            )}
            {children !== false && (
              <section>
                <h3 className="mb-1.5 text-base font-semibold">Open a dataset that it names</h3>
                {children}
              </section>
            )}
          </div>
        </div>
      </dialog>
    </>
  );
}

/** The entry whose link in the document this is; null for any other link. */
function entryOf(entries: readonly HuntEntry[], href: string, title: string | undefined): HuntEntry | null {
  return entries.find(({ address, dataset }) => href === `#${address}` && title === `sha256:${dataset.sha256} ${dataset.name}`) ?? null;
}
