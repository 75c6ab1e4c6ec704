'use client';

import { useRef } from 'react';
import type { HuntRun } from '@/lib/engine/engine';
import { Button, IconButton } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import { Markdown } from '@/components/ui/markdown';

/** A button that opens the hunt's document to read. */
export function HuntProse({ run }: { readonly run: HuntRun }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>Read the hunt</Button>
      <dialog
        ref={dialog}
        aria-label={run.title}
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
        className="m-auto max-h-[min(52rem,92dvh)] w-[min(46rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-line bg-surface p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.45)]"
      >
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 border-b border-line px-6 py-3">
            <h2 className="text-xl font-semibold tracking-tight">{run.title}</h2>
            <IconButton label="Close" onClick={() => dialog.current?.close()}>
              <CloseIcon />
            </IconButton>
          </header>
          <div tabIndex={0} role="group" aria-label="The hunt’s document" className="focus-inset flex flex-col gap-5 overflow-auto px-6 pb-8 pt-4">
            {run.sections.map(({ heading, markdown }) => (
              <section key={heading}>
                <h3 className="mb-1.5 text-base font-semibold">{heading}</h3>
                <Markdown text={markdown} />
              </section>
            ))}
          </div>
        </div>
      </dialog>
    </>
  );
}
