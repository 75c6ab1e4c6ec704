import { Skeleton } from '@/components/ui/skeleton';

/** The hunt on the left, what it found beside it; one under the other on narrow screens. */
export const WORKBENCH_GRID = 'min-h-0 grow lg:grid lg:grid-cols-[18.75rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]';

/** As large as what it stands for. */
export function WorkbenchSkeleton() {
  return (
    <div className={WORKBENCH_GRID} aria-hidden="true">
      <div className="h-28 border-b border-line bg-surface lg:hidden" />
      <div className="flex flex-col gap-3 border-r border-line bg-surface p-3 max-lg:hidden">
        <Skeleton className="h-6 w-44" />
        <Skeleton className="h-16" />
        {Array.from({ length: 5 }, (_, i) => (
          <Skeleton key={i} className="h-11" />
        ))}
      </div>
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-7 w-80" />
        <Skeleton className="h-10 max-w-xl" />
        <Skeleton className="h-40" />
        <Skeleton className="h-56" />
      </div>
    </div>
  );
}
