import { sharedState, useSharedState } from '@/components/ui/shared-state';

/**
 * The run of a hunt or a query that the viewer ended, by a name of its own. It stands outside of the workbench, which is mounted
 * anew when the engine is restarted, and which must not run the same again then.
 */
const ended = sharedState<string | null>(null);

export const setEndedRun = ended.set;

export function useEndedRun(): string | null {
  return useSharedState(ended);
}
