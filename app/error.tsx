'use client';

import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';

interface ErrorPageProps {
  readonly error: Error;
  readonly reset: () => void;
}

/** A bug in what is on screen; the dataset is still open behind it. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <ErrorNotice failure={{ message: `The page failed: ${error.message}`, advice: 'Show it again; if that fails too, reload the page. Please report what you did.' }}>
        <Button onClick={reset}>Show again</Button>
        <Button onClick={() => location.reload()}>Reload</Button>
      </ErrorNotice>
    </main>
  );
}
