import { useRef, type ChangeEvent } from 'react';
import { DEFAULT_MAX_BYTES } from '@/lib/base/inflated-bytes';
import { limitText } from '@/components/ui/format';
import { Button } from '@/components/ui/button';
import { OpenIcon } from '@/components/ui/icons';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSample: () => void;
  readonly wanted: { readonly name: string; readonly sha256: string } | null;
}

/** Says where to drop; the whole window takes the drop. */
export function DropZone({ onFiles, onSample, wanted }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // So that the same file can be picked again after a failure.
    event.target.value = '';
    onFiles(files);
  };
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-edge bg-surface px-6 py-10 text-center">
      <OpenIcon className="size-6 text-ink-3" />
      {wanted === null ? (
        <p className="text-lg font-medium">Drop a dataset anywhere on this window</p>
      ) : (
        <div className="flex flex-col gap-1">
          <p className="text-lg font-medium">
            This link is about <span className="break-all font-mono">{wanted.name}</span>
          </p>
          <p className="max-w-[56ch] text-sm text-ink-2">
            That file was opened from somebody&rsquo;s disk, so the link does not hold it. If you have it, drop it here and the view opens.
          </p>
          <p className="break-all font-mono text-2xs text-ink-3">SHA-256 {wanted.sha256}</p>
        </div>
      )}
      <p className="text-sm text-ink-2">Exported events as JSON, CSV or Linux audit lines, plain or in a zip, gzip or tar archive. Several files become one dataset. Archives may inflate to {limitText(DEFAULT_MAX_BYTES)}; you are asked before more.</p>
      <div className="mt-1 flex flex-wrap justify-center gap-2">
        <Button look="primary" className="h-8 px-3" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button className="h-8 px-3" onClick={onSample}>
          Open the sample
        </Button>
      </div>
      <input ref={input} type="file" multiple hidden aria-label="Dataset file" onChange={onChange} />
    </div>
  );
}
