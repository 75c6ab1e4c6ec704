'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

interface DialogProps {
  readonly label: string;
  readonly isOpen: boolean;
  /** It has closed, whoever closed it: its own button, Escape, a press beside it. */
  readonly onClose: () => void;
  /** Its width, padding and overflow. */
  readonly className: string;
  /** `close` gives the focus back to where it was, then calls `onClose`. */
  readonly children: (close: () => void) => ReactNode;
}

/** Something over the page that has to be closed before the page goes on. What it shows is made while it is open. */
export function Dialog({ label, isOpen, onClose, className, children }: DialogProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const close = () => dialog?.close();
  useEffect(() => {
    if (!isOpen) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }, [isOpen, dialog]);
  return (
    <dialog
      ref={setDialog}
      aria-label={label}
      onClose={() => isOpen && onClose()}
      onClick={(event) => event.target === event.currentTarget && close()}
      className={classNames('mx-auto mb-auto mt-[8dvh] max-h-[84dvh] rounded-lg border border-line bg-raised text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]', className)}
    >
      {isOpen && children(close)}
    </dialog>
  );
}

interface DialogHeadProps {
  readonly title: string;
  /** Read aloud when it comes: it is what has become of something. */
  readonly isNews?: boolean;
  readonly onClose: () => void;
  /** Buttons before Close. */
  readonly children?: ReactNode;
}

/** The title of a dialog and its way out. */
export function DialogHead({ title, isNews = false, onClose, children }: DialogHeadProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <h2 role={isNews ? 'status' : undefined} className="min-w-0 break-words text-base font-medium">
        {title}
      </h2>
      <div className="flex gap-2">
        {children}
        <Button onClick={onClose}>Close</Button>
      </div>
    </div>
  );
}
