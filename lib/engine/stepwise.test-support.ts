import type { Step } from './stepwise';

/** Asks for all steps of some work. */
export async function allSteps<T>(ask: (step: number) => Promise<Step<T>>): Promise<T> {
  for (let step = 0; ; step++) {
    const made = await ask(step);
    if (made.kind === 'made') return made;
  }
}
