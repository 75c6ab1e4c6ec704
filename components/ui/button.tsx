import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names';

type Look = 'primary' | 'plain' | 'quiet';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink border-transparent hover:brightness-110 font-medium',
  plain: 'bg-surface text-ink border-edge hover:bg-sunken',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink',
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded border px-2.5 text-xs',
        'disabled:opacity-50 pointer-coarse:min-h-10 pointer-coarse:min-w-10',
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}

/** A square button with a picture; `label` is what it is called. */
export function IconButton({ label, className, ...rest }: ButtonProps & { readonly label: string }) {
  return <Button look="quiet" aria-label={label} title={label} className={classNames('w-7 px-0', className)} {...rest} />;
}
