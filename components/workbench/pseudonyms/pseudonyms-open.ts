import { sharedState } from '@/components/ui/shared-state';

/** Whether the dialog is open: the export menu and the palette open it. */
export const pseudonymsOpen = sharedState(false);
