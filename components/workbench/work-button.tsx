'use client';

import { useState, type ReactNode } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button, type ButtonProps } from '@/components/ui/button';
import { toFailure } from './failure';

interface WorkButtonProps {
  readonly look?: ButtonProps['look'];
  readonly disabled?: boolean;
  readonly work: () => Promise<void>;
  readonly children: ReactNode;
}

/** A button whose work may fail, which is then said beside it. */
export function WorkButton({ look, disabled, work, children }: WorkButtonProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const onClick = () => {
    setFailed(null);
    void trackBusy(work().catch((error: unknown) => setFailed(toFailure(error).message)));
  };
  return (
    <>
      <Button look={look} disabled={disabled} onClick={onClick}>
        {children}
      </Button>
      {failed !== null && (
        <p role="alert" className="text-xs text-danger">
          {failed}
        </p>
      )}
    </>
  );
}
