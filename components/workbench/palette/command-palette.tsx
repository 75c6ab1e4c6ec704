'use client';

import { useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { CloseIcon, CommandIcon } from '@/components/ui/icons';
import { useLazy } from '@/components/ui/use-lazy';
import { KEYS_COMMAND, type Command } from './commands';
import { EarlyField, EMPTY_START } from './palette-field';

type Shown = 'palette' | 'keys';

const loadPalette = () => import('./palette-list');
const loadKeys = () => import('./keys-dialog');

/** The button of the command palette, and the palette and the list of keys over the page, which their keys open from anywhere. */
export function CommandPalette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => dialog.current?.close();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = wantedBy(event);
      if (wanted === null) return;
      event.preventDefault();
      event.stopPropagation();
      setShown(wanted);
    };
    // Before an editor takes the key for itself.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);

  useEffect(() => {
    // The browser gives the focus back to where it was when the dialog closes.
    if (shown !== null && dialog.current?.open === false) dialog.current.showModal();
  }, [shown]);

  const choose = (command: Command) => {
    close();
    if (command.id === KEYS_COMMAND) setShown('keys');
    else command.run();
  };
  return (
    <>
      <IconButton label="Commands (Ctrl K)" aria-haspopup="dialog" onClick={() => setShown('palette')}>
        <CommandIcon />
      </IconButton>
      <dialog
        ref={dialog}
        aria-label={shown === 'keys' ? 'Keys' : 'Commands'}
        onClose={() => setShown((now) => (dialog.current?.open ? now : null))}
        onClick={(event) => event.target === event.currentTarget && close()}
        className="mx-auto mb-auto mt-[12dvh] max-h-[min(34rem,80dvh)] w-[min(38rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-line bg-raised p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
      >
        <div className="flex max-h-[inherit] flex-col">
          {shown === 'palette' && <LazyPalette onChoose={choose} />}
          {shown === 'keys' && (
            <>
              <div className="flex items-center justify-between border-b border-line py-2 pl-5 pr-2">
                <h2 className="text-lg font-medium">Keys</h2>
                <IconButton label="Close" onClick={close}>
                  <CloseIcon />
                </IconButton>
              </div>
              <LazyKeys />
            </>
          )}
        </div>
      </dialog>
    </>
  );
}

function LazyPalette({ onChoose }: { readonly onChoose: (command: Command) => void }) {
  const script = useLazy(loadPalette);
  const [start, setStart] = useState(EMPTY_START);
  return script ? <script.PaletteList start={start} onChoose={onChoose} /> : <EarlyField onStart={setStart} />;
}

function LazyKeys() {
  const script = useLazy(loadKeys);
  return script && <script.KeysList />;
}

/** '?' is a letter where one types. */
function wantedBy(event: KeyboardEvent): Shown | null {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) return 'palette';
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable="true"], dialog') !== null;
  return event.key === '?' && isPlain && !isTyping ? 'keys' : null;
}
