import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';

interface FileButtonProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** What is picked. */
  readonly label?: string;
  /** One file of these kinds; absent: any number of any kind. */
  readonly accept?: string;
  readonly look?: ButtonProps['look'];
  readonly title?: string;
  readonly children: ReactNode;
}

/** Picks files from the viewer's disk. */
export function FileButton({ onFiles, label = 'Dataset file', accept, look, title, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} title={title} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={accept === undefined}
        accept={accept}
        hidden
        aria-label={label}
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
