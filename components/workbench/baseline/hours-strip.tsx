import { classNames } from '@/components/ui/class-names';

/** 24 cells, the darker the more; the cell's own text says it in numbers. */
export function HoursStrip({ hours, text }: { readonly hours: readonly number[]; readonly text: string }) {
  const most = Math.max(...hours);
  return (
    <span className="flex h-full items-center">
      <span className="sr-only">{text}</span>
      <span aria-hidden="true" className="grid h-3.5 w-36 grid-cols-[repeat(24,minmax(0,1fr))] gap-px">
        {hours.map((count, hour) => (
          <span
            key={hour}
            style={count === 0 ? undefined : { opacity: 0.35 + (0.65 * count) / most }}
            className={classNames('rounded-[1px]', count > 0 ? 'bg-accent' : hour % 6 === 0 ? 'bg-edge' : 'bg-sunken')}
          />
        ))}
      </span>
    </span>
  );
}
