import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { toFailure, type ShownFailure } from '@/components/workbench/failure';

export type Answer<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** The engine's answer to `ask`, asked again whenever the function is another one. An answer that comes too late is dropped. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [settled, setSettled] = useState<{ readonly ask: () => Promise<T>; readonly answer: Answer<T> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const settle = (answer: Answer<T>) => {
      if (isCurrent) setSettled({ ask, answer });
    };
    trackBusy(ask()).then(
      (value) => settle({ kind: 'ready', value }),
      (error: unknown) => settle({ kind: 'failed', failure: toFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  return settled?.ask === ask ? settled.answer : { kind: 'waiting' };
}

/** The same, but the last value stays until the next is there. */
export function useSteadyAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const answer = useAnswer(ask);
  const [last, setLast] = useState(answer);
  if (answer.kind !== 'waiting' && answer !== last) setLast(answer);
  return answer.kind === 'waiting' ? last : answer;
}
