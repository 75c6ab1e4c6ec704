import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { linkedDataset } from '@/lib/url/dataset-address';
import { linkedHunt } from '@/lib/url/hunt-address';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { whyNoLink } from './why-no-link';

interface LinkFieldProps {
  readonly onOpen: (dataset: DatasetAddress) => void;
  readonly onHunt: (hunt: HuntAddress) => void;
  readonly label: string;
  readonly placeholder: string;
}

/** The address of a dataset or of a hunt's notebook, checked before anything is fetched. */
export function LinkField({ onOpen, onHunt, label, placeholder }: LinkFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const hunt = linkedHunt(text.trim());
    const dataset = linkedDataset(text.trim());
    if (hunt) onHunt(hunt);
    else if (dataset) onOpen(dataset);
    else setProblem(whyNoLink(text.trim()));
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          className="h-8 min-w-0 grow rounded border pointer-coarse:h-10 border-edge bg-surface px-2.5 font-mono text-sm text-ink placeholder:text-ink-3 aria-invalid:border-danger"
        />
        <Button type="submit" className="h-8 px-3">
          Open link
        </Button>
      </div>
      <p id={`${id}-problem`} role="alert" className="min-h-5 text-sm text-danger">
        {problem}
      </p>
    </form>
  );
}
