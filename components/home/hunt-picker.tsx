'use client';

import { useRef, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button, IconButton } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { CloseIcon } from '@/components/ui/icons';
import { linkedDataset } from '@/lib/url/dataset-address';
import { linkedHunt, writeHunt } from '@/lib/url/hunt-address';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { fetchCatalogue } from './fetch-catalogue';
import { HuntFileButton } from './hunt-file-button';
import { shippedHunts } from './hunt-list';
import type { ShownHunt } from './kept-hunt-rows';
import { LinkField } from './link-field';
import type { PublicHunt } from './read-catalogue';

interface HuntPickerProps {
  /** The hunt that is run now. */
  readonly current: HuntAddress;
  readonly kept: readonly ShownHunt[];
  /** Runs a hunt over what is open. */
  readonly onChoose: (hunt: HuntAddress) => void;
  readonly onOpen: (dataset: DatasetAddress, hunt?: HuntAddress) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that offers every hunt: ours, the viewer's, the public ones, a file, a link. */
export function HuntPicker(props: HuntPickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [published, setPublished] = useState<readonly PublicHunt[] | 'failed' | null>(null);
  const open = () => {
    dialog.current?.showModal();
    if (published === null || published === 'failed') {
      const work = fetchCatalogue().then(
        ({ hunts }) => setPublished(hunts),
        () => setPublished('failed'),
      );
      void trackBusy(work);
    }
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <Button onClick={open}>Another hunt…</Button>
      <dialog
        ref={dialog}
        aria-label="Another hunt"
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
        className="m-auto max-h-[min(52rem,92dvh)] w-[min(46rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-line bg-surface p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.45)]"
      >
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 border-b border-line px-6 py-3">
            <h2 className="text-xl font-semibold tracking-tight">Another hunt</h2>
            <IconButton label="Close" onClick={close}>
              <CloseIcon />
            </IconButton>
          </header>
          <Hunts {...props} published={published} close={close} />
        </div>
      </dialog>
    </>
  );
}

interface HuntsProps extends HuntPickerProps {
  readonly published: readonly PublicHunt[] | 'failed' | null;
  readonly close: () => void;
}

function Hunts({ current, kept, onChoose, onOpen, onFiles, published, close }: HuntsProps) {
  const choose = (hunt: HuntAddress) => {
    close();
    onChoose(hunt);
  };
  const openDataset = (link: string, hunt: HuntAddress) => {
    const dataset = linkedDataset(link);
    close();
    if (dataset) onOpen(dataset, hunt);
  };
  const ours = shippedHunts.map(({ id, title }): OfferedHunt => ({ title, note: 'Comes with Huntbook', address: { kind: 'shipped', id }, dataset: null }));
  const theirs = kept.map(({ title, name, address }): OfferedHunt => ({ title: title || name, note: `Your file ${name}`, address, dataset: null }));
  const others = Array.isArray(published) ? published.flatMap(offered) : [];
  return (
    <div className="flex flex-col gap-4 overflow-auto px-6 pb-6 pt-4">
      <div className="flex flex-col gap-2">
        <LinkField
          label="Open a link to a notebook (.md, .ipynb)"
          placeholder="https://…/notebook.ipynb"
          onOpen={(dataset) => {
            close();
            onOpen(dataset);
          }}
          onHunt={choose}
        />
        <span>
          <HuntFileButton
            onFiles={(files) => {
              close();
              onFiles(files);
            }}
          >
            Open a file…
          </HuntFileButton>
        </span>
      </div>
      <ul aria-label="Hunts" className="divide-y divide-line border-t border-line">
        {[...ours, ...theirs, ...others].map((hunt) => (
          <HuntRow key={writeHunt(hunt.address)} hunt={hunt} isCurrent={writeHunt(hunt.address) === writeHunt(current)} onChoose={choose} onOpen={openDataset} />
        ))}
      </ul>
      <p role="status" className="text-xs text-ink-2">
        {published === null ? 'The public hunts are on their way…' : published === 'failed' ? 'The list of public hunts could not be fetched: close this and open it again.' : ''}
      </p>
    </div>
  );
}

interface OfferedHunt {
  readonly title: string;
  readonly note: string;
  readonly address: HuntAddress;
  /** That it was written on; null where it is not offered. */
  readonly dataset: string | null;
}

function offered({ title, notebook, datasets, analytics }: PublicHunt): OfferedHunt[] {
  const address = linkedHunt(notebook);
  return address ? [{ title, note: `As published, ${countText(analytics, 'analytic')}`, address, dataset: datasets[0] ?? null }] : [];
}

interface HuntRowProps {
  readonly hunt: OfferedHunt;
  readonly isCurrent: boolean;
  readonly onChoose: (hunt: HuntAddress) => void;
  readonly onOpen: (dataset: string, hunt: HuntAddress) => void;
}

function HuntRow({ hunt: { title, note, address, dataset }, isCurrent, onChoose, onOpen }: HuntRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2">
      <span className="flex min-w-0 flex-col">
        <span className="text-sm font-medium">{title}</span>
        <span className="break-all text-xs text-ink-2">{isCurrent ? `${note} · runs now` : note}</span>
      </span>
      <span className="flex gap-1.5">
        <Button aria-label={`Run here: ${title} (${note})`} disabled={isCurrent} onClick={() => onChoose(address)}>
          Run here
        </Button>
        {dataset !== null && (
          <Button aria-label={`Run on its own dataset: ${title}`} title={dataset} onClick={() => onOpen(dataset, address)}>
            Run on its dataset
          </Button>
        )}
      </span>
    </li>
  );
}
