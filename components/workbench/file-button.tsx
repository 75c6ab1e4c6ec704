import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';

interface FileButtonProps {
  readonly onFile: (file: File) => void;
  readonly look?: ButtonProps['look'];
  readonly children: ReactNode;
}

/** Picks a file from the viewer's disk. */
export function FileButton({ onFile, look, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Dataset file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be picked once more.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
