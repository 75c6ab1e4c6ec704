import { classNames } from './class-names';
import { StarIcon, StarredIcon } from './icons';

interface StarButtonProps {
  /** Null: not starred; else what the star says besides, '' for nothing. */
  readonly words: string | null;
  readonly onClick?: () => void;
  /** Shows an unset star only where its `group` is pointed at, has the focus, or is touched. */
  readonly isShy?: boolean;
  readonly className?: string;
}

/** The star of a row. By key it is s on the row, so that the Tab key does not stop at every star. */
export function StarButton({ words, onClick, isShy = false, className }: StarButtonProps) {
  return (
    <button
      type="button"
      data-star
      tabIndex={-1}
      aria-pressed={words !== null}
      aria-label="Star"
      title={words === null ? 'Star (s)' : words === '' ? 'Starred (s)' : `Starred: ${words}`}
      // The focus stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      className={classNames(
        'flex w-6 shrink-0 items-center justify-center hover:text-accent',
        words !== null ? 'text-accent' : isShy && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
        className,
      )}
    >
      {words === null ? <StarIcon className="size-3" /> : <StarredIcon className="size-3" />}
    </button>
  );
}
