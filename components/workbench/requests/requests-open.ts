import { sharedState } from '@/components/ui/shared-state';

/** Whether the list of requests is open: the palette and the home page open it. */
export const requestsOpen = sharedState(false);
