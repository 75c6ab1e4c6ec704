import { useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';

interface HuntFileButtonProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Picks a hunt document from the viewer's disk. */
export function HuntFileButton({ onFiles, children }: HuntFileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,.ipynb"
        hidden
        aria-label="Hunt file"
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
