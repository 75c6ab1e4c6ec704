'use client';

import type { ReactNode } from 'react';
import type { CatalogueView } from '@/lib/url/catalogue-view';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { CatalogueSection } from './catalogue-section';
import { DropZone } from './drop-zone';
import type { ShownHunt } from './kept-hunt-rows';
import { LinkField } from './link-field';
import { ShippedHunts } from './shipped-hunts';

interface HomeProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onOpen: (dataset: DatasetAddress, hunt?: HuntAddress) => void;
  /** Opens a hunt alone. */
  readonly onHunt: (hunt: HuntAddress) => void;
  /** The uploaded file that a link asks for; null without one. */
  readonly wanted: { readonly name: string; readonly sha256: string } | null;
  /** What of the catalogue is shown; null until the address is known. */
  readonly catalogue: CatalogueView | null;
  readonly onCatalogue: (catalogue: CatalogueView) => void;
  /** The datasets of earlier visits. */
  readonly kept: ReactNode;
  /** The hunt documents of earlier visits. */
  readonly keptHunts: readonly ShownHunt[];
  /** The button for the list of what the page asked the network for. */
  readonly requests: ReactNode;
  /** What there is to say about the last attempt to open something. */
  readonly children?: ReactNode;
}

export function Home({ onFiles, onOpen, onHunt, wanted, catalogue, onCatalogue, kept, keptHunts, requests, children }: HomeProps) {
  return (
    <div className="relative mx-auto flex w-full max-w-6xl flex-col gap-12 px-5 py-10 sm:py-14">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-x-10">
        <h1 className="text-balance text-2xl font-semibold tracking-tight lg:col-span-2">Run threat hunts on Windows event logs, in this tab.</h1>
        <div className="flex flex-col gap-8 empty:hidden lg:col-span-2">{children}</div>
        <section aria-label="Open a dataset" className="flex flex-col gap-4">
          <DropZone onFiles={onFiles} onSample={() => onOpen({ kind: 'sample' })} wanted={wanted} />
          <LinkField label="or open a link to one, or to a hunt’s notebook (.md, .ipynb)" placeholder="https://…/dataset.zip" onOpen={onOpen} onHunt={onHunt} />
          <p className="max-w-[72ch] text-sm text-ink-2">
            Nothing is uploaded. A file is read here, by your browser, and never leaves this device; a link is fetched by your browser straight from where
            it points. {requests}
          </p>
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <ShippedHunts onOpen={onOpen} onFiles={onFiles} kept={keptHunts} onChoose={onHunt} />
          {kept}
        </div>
      </div>
      <CatalogueSection state={catalogue} onState={onCatalogue} onOpen={onOpen} />
    </div>
  );
}
