'use client';

import { useCallback, useEffect, useId, useRef, useState, type ReactNode, type Ref } from 'react';
import { Button, type ButtonProps } from './button';
import { classNames } from './class-names';

interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** Names the button where `trigger` has no words. */
  readonly label?: string;
  /** Says more than the trigger's own words, which stay its name. */
  readonly description?: string;
  /** `close` also gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode;
  /** Which edge of the button the surface lines up with. */
  readonly align?: 'start' | 'end';
  readonly look?: ButtonProps['look'];
  readonly className?: string;
  readonly surfaceClassName?: string;
  readonly role?: 'dialog' | 'menu';
  readonly tabIndex?: number;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button and a surface over the page; the browser closes it on Escape and on a press elsewhere. */
export function Popover({
  trigger,
  label,
  description,
  children,
  align = 'start',
  look = 'quiet',
  className,
  surfaceClassName,
  role = 'dialog',
  tabIndex,
  buttonRef,
}: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const close = useCallback(() => surface.current?.hidePopover(), []);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const onToggle = (event: ToggleEvent) => setOpen(event.newState === 'open');
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, []);

  useEffect(() => {
    if (!open || !anchor.current || !surface.current) return;
    const element = surface.current;
    placeSurface(element, anchor.current.getBoundingClientRect(), align);
    const first = element.querySelector<HTMLElement>('[autofocus], [role^=menuitem], a[href], button, input');
    (first ?? element).focus();
    const onResize = () => close();
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [open, align, close]);

  return (
    <span ref={anchor} className="inline-flex">
      <Button
        ref={buttonRef}
        look={look}
        className={className}
        aria-label={label}
        title={label ?? description}
        aria-haspopup={role}
        aria-expanded={open}
        popoverTarget={id}
        tabIndex={tabIndex}
      >
        {trigger}
      </Button>
      <div
        ref={surface}
        id={id}
        popover="auto"
        role={role}
        aria-label={label ?? description}
        tabIndex={-1}
        className={classNames(
          'fixed inset-auto m-0 max-h-[70vh] max-w-[calc(100vw-16px)] overflow-auto rounded-md border border-line bg-raised font-sans text-sm font-normal text-ink shadow-pop outline-none',
          surfaceClassName,
        )}
      >
        {open && <Content render={children} close={close} />}
      </div>
    </span>
  );
}

function Content({ render, close }: { readonly render: PopoverProps['children']; readonly close: () => void }) {
  return render(close);
}

const GAP = 4;
const MARGIN = 8;

/** Under the anchor, or over it where there is more room; always inside the window. */
export function placeSurface(surface: HTMLElement, anchor: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>, align: 'start' | 'end'): void {
  const { width, height } = surface.getBoundingClientRect();
  const wanted = align === 'start' ? anchor.left : anchor.right - width;
  const left = Math.max(MARGIN, Math.min(wanted, innerWidth - width - MARGIN));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - height;
  const top = below + height <= innerHeight - MARGIN || above < MARGIN ? below : above;
  surface.style.left = `${left}px`;
  surface.style.top = `${top}px`;
}
