import { ViewLink } from '@/components/workbench/drill-down/view-link';
import type { ViewState } from '@/lib/url/view-state';

/** From a pane to the graph of what it shows. */
export function GraphLink({ change }: { readonly change: Partial<ViewState> }) {
  return (
    <p className="border-b border-line px-4 py-2 text-sm">
      <ViewLink change={change}>Show in the graph</ViewLink>
    </p>
  );
}
