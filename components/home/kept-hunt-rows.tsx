import type { ReactNode } from 'react';
import { writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress } from '@/lib/url/view-state';

/** A hunt document of an earlier visit. */
export interface ShownHunt {
  readonly title: string;
  /** Of its file. */
  readonly name: string;
  readonly address: HuntAddress;
  readonly onRemove: () => void;
}

interface KeptHuntRowsProps {
  readonly hunts: readonly ShownHunt[];
  readonly children: (hunt: ShownHunt) => ReactNode;
}

/** The viewer's own hunts, as rows of a list, each with what can be done with it. */
export function KeptHuntRows({ hunts, children }: KeptHuntRowsProps) {
  return hunts.map((hunt) => (
    <li key={writeHunt(hunt.address)} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <span className="flex min-w-0 flex-col">
        <span className="font-medium">{hunt.title || hunt.name}</span>
        <span className="break-all text-xs text-ink-2">
          A file of yours, kept on this device: <span className="font-mono">{hunt.name}</span>
        </span>
      </span>
      <span className="flex flex-wrap gap-2">{children(hunt)}</span>
    </li>
  ));
}
