import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';

interface FileButtonProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly look?: ButtonProps['look'];
  readonly children: ReactNode;
}

/** Picks files from the viewer's disk. */
export function FileButton({ onFiles, look, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Dataset file"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be picked once more.
          event.target.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}
