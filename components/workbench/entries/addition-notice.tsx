import { IconButton } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import { useSharedState } from '@/components/ui/shared-state';
import { WorkButton } from '@/components/workbench/work-button';
import { KIND_NAMES } from './entry-target';
import { lastAddition } from './last-addition';

/** Says what was added to the hunt on screen last, over the page, with the way back. */
export function AdditionNotice({ sha256 }: { readonly sha256: string | null }) {
  const addition = useSharedState(lastAddition);
  const isHere = addition !== null && addition.of === sha256;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-3 z-50 flex justify-center px-3">
      {isHere && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-md border border-line bg-raised py-1.5 pl-3 pr-1.5 text-sm shadow-pop">
          <span>{KIND_NAMES[addition.kind]} added to the hunt</span>
          <WorkButton work={addition.undo}>Undo</WorkButton>
          <IconButton label="Dismiss" onClick={() => lastAddition.set(null)}>
            <CloseIcon />
          </IconButton>
        </div>
      )}
    </div>
  );
}
