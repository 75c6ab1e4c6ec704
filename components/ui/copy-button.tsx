'use client';

import { useEffect, useState } from 'react';
import { Button, IconButton } from './button';
import { copyText } from './clipboard';
import { CheckIcon, CopyIcon } from './icons';

interface CopyButtonProps {
  /** The text, or how to get it when asked. */
  readonly text: string | (() => Promise<string>);
  readonly label: string;
  /** Shows the label beside the picture. */
  readonly wide?: boolean;
}

type Outcome = 'none' | 'copied' | 'refused';

const SAID: Record<Outcome, string> = { none: '', copied: 'Copied', refused: 'The browser did not allow copying' };

export function CopyButton({ text, label, wide = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const copied = await copyText(typeof text === 'string' ? text : await text());
    setOutcome(copied ? 'copied' : 'refused');
  };
  const picture = outcome === 'copied' ? <CheckIcon className="text-accent" /> : <CopyIcon />;
  return (
    <>
      {wide ? (
        <Button onClick={copy}>
          {picture}
          {outcome === 'none' ? label : SAID[outcome]}
        </Button>
      ) : (
        <IconButton label={outcome === 'refused' ? SAID.refused : label} onClick={copy}>
          {picture}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {SAID[outcome]}
      </span>
    </>
  );
}
