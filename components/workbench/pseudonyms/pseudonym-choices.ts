import type { PseudonymChoice } from '@/lib/engine/pseudonym-shapes';
import { sharedState } from '@/components/ui/shared-state';

/** What was decided for names of the open dataset, for everything that is shared of it. */
export const pseudonymChoices = sharedState<readonly PseudonymChoice[]>([]);

/** Whether packs of it are made with pseudonyms. */
export const packsHavePseudonyms = sharedState(false);

/** With the choice for a name, or without any. */
export function withChoice(choices: readonly PseudonymChoice[], original: string, choice: PseudonymChoice | null): readonly PseudonymChoice[] {
  return [...choices.filter((each) => each.original !== original), ...(choice ? [choice] : [])];
}

/** The next dataset has other names. */
export function forgetPseudonyms(): void {
  pseudonymChoices.set([]);
  packsHavePseudonyms.set(false);
}
