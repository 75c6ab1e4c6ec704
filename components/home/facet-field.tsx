import { useId } from 'react';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many datasets choosing it leaves. */
  readonly count: number;
}

interface FacetFieldProps {
  readonly label: string;
  /** What stands for "any": "All tactics". */
  readonly any: string;
  readonly options: readonly FacetOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export function FacetField({ label, any, options, value, onChange }: FacetFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        className={`h-8 min-w-0 truncate rounded border px-1.5 text-sm ${value === null ? 'border-edge bg-surface text-ink' : 'border-accent bg-accent-soft font-medium text-accent'}`}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.count === 0 && option.value !== value}>
            {option.label} ({option.count})
          </option>
        ))}
      </select>
    </div>
  );
}
