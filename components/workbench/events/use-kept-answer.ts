import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';

/** The answer to `ask`, asked again whenever it is another function; until that comes, the one before. Null before the first. */
export function useKeptAnswer<T>(ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let isWanted = true;
    const work = ask().then(
      (value) => isWanted && setAnswer(value),
      // A crash of the engine is told by the workbench.
      () => undefined,
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [ask]);
  return answer;
}
