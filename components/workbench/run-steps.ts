import type { Step } from '@/lib/engine/stepwise';

/** Asks for the steps of some work until it is made; null where it was cancelled. @throws UserError what the steps throw */
export async function runSteps<T>(ask: (step: number) => Promise<Step<T>>, onDone: (done: number) => void, signal: AbortSignal): Promise<T | null> {
  for (let step = 0; !signal.aborted; step++) {
    const made = await ask(step);
    if (signal.aborted) return null;
    if (made.kind === 'made') return made;
    onDone(made.done);
  }
  return null;
}
