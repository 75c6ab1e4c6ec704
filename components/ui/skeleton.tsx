import { classNames } from './class-names';

/** Stands where something will be, in its final size (given by `className`). */
export function Skeleton({ className }: { readonly className: string }) {
  return <span aria-hidden="true" className={classNames('block animate-pulse rounded bg-sunken', className)} />;
}
