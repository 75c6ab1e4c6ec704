'use client';

import { useRef, type ReactNode } from 'react';
import type { HuntRun } from '@/lib/engine/engine';
import { Button, IconButton } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import { Markdown } from '@/components/ui/markdown';

interface HuntProseProps extends Pick<HuntRun, 'title' | 'sections'> {
  /** The datasets that it names, to open. */
  readonly children: ReactNode;
}

/** A button that opens the hunt's document to read. */
export function HuntProse({ title, sections, children }: HuntProseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
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
            <IconButton label="Close" onClick={() => dialog.current?.close()}>
              <CloseIcon />
            </IconButton>
          </header>
          <div tabIndex={0} role="group" aria-label="The hunt’s document" className="focus-inset flex flex-col gap-5 overflow-auto px-6 pb-8 pt-4">
            {sections.map(({ heading, markdown }, place) => (
              <section key={`${place} ${heading}`}>
                <h3 className="mb-1.5 text-base font-semibold">{heading}</h3>
                <Markdown text={markdown} />
              </section>
            ))}
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
