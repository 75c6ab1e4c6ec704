import type { HuntFile } from '@/lib/engine/engine';
import { classNames } from '@/components/ui/class-names';

interface HuntProblemsProps {
  readonly problems: HuntFile['problems'];
  readonly className?: string;
}

/** What of the document could not be read, each with its place. */
export function HuntProblems({ problems, className }: HuntProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <details className={classNames('text-xs text-caution', className)}>
      <summary>{problems.length === 1 ? 'One thing' : `${problems.length} things`} could not be read</summary>
      <ul className="flex flex-col gap-1 pt-1">
        {problems.map(({ cell, line, message }) => (
          <li key={`${cell} ${line} ${message}`}>
            {cell === null ? `Line ${line}` : `Cell ${cell}, line ${line}`}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
