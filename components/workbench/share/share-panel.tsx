'use client';

import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { UNKNOWN_SHA256 } from '@/components/workbench/dataset-opener';
import { makePack } from '@/components/workbench/pack/open-pack';
import { pseudonymsOpen } from '@/components/workbench/pseudonyms/pseudonyms-open';
import { huntAtWork } from './hunt-at-work';
import { linkToShare, LONGEST_LINK } from './link-to-share';
import { LONGEST_CODE } from './qr-path';
import { hasKeyInAddress, revealed, staysOut } from './revealed';

type Link = Awaited<ReturnType<typeof linkToShare>>;

interface SharePanelProps {
  /** Shows a link as a QR code. */
  readonly onCode: (href: string) => void;
}

/** The link as it was when this was opened. */
export function SharePanel({ onCode }: SharePanelProps) {
  const [link, setLink] = useState<Link | null>(null);
  useEffect(() => {
    let isWanted = true;
    const work = linkToShare().then((made) => {
      if (isWanted) setLink(made);
    });
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, []);
  if (link === null) return <p className="text-sm text-ink-2">Working out the digest of every row…</p>;
  const { href, view } = link;
  const isKept = view.query?.kind === 'kept';
  const isLong = href.length > LONGEST_LINK;
  const isTooFine = href.length > LONGEST_CODE;
  return (
    <div className="flex flex-col gap-3 text-sm">
      {view.dataset?.kind === 'upload' ? (
        <p>
          This dataset is a file of yours. The link carries none of its data: it names the file, and whoever opens the link is asked for that same file.
          {view.dataset.sha256 === UNKNOWN_SHA256 && ' This page is not served over https, so the browser cannot compute the file’s SHA-256, and another file would not be noticed.'}
        </p>
      ) : (
        <p>The link opens this very view. {view.made ? 'Whoever opens it sees whether the data, the hunt and every row are still the same.' : 'It does not say what was found: no hunt has ended, or it found too many rows.'}</p>
      )}
      {view.hunt?.kind === 'upload' && <p>The hunt is a file of yours too: whoever opens the link is asked for {view.hunt.name}.</p>}
      <section aria-label="What the link reveals" className="flex flex-col gap-1.5">
        <h2 className="label">What the link reveals</h2>
        <dl className="grid max-h-56 grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 overflow-auto" tabIndex={0}>
          {revealed(view).map(({ what, value }, i) => (
            <div key={i} className="contents">
              <dt className="text-xs leading-5 text-ink-2">{what}</dt>
              <dd className="whitespace-pre-wrap break-all font-mono text-xs leading-5">{value}</dd>
            </div>
          ))}
        </dl>
        {staysOut(view).length > 0 && <p className="text-ink-2">Stays out of it: {staysOut(view).join(', ')}.</p>}
        {hasKeyInAddress(view) && (
          <p role="note" className="text-caution">
            An address in it has a part after “?”. If that is a key, whoever has the link can use it.
          </p>
        )}
      </section>
      {(isLong || isKept) && (
        <p role="note" className="text-caution">
          {isKept ? 'This query is too long for a link: whoever opens it does not get the query.' : `The link has ${href.length.toLocaleString('en')} characters; mail and chat programs cut what is longer than ${LONGEST_LINK.toLocaleString('en')}.`} An evidence pack carries what was found, its events and your notes in one file.
        </p>
      )}
      {view.section === 'edit' && (
        <p role="note" className="text-caution">
          What you changed in the hunt stays on this device: the link opens the hunt as it was. Keep it as a hunt of yours and send its file along.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <CopyButton wide label="Copy the link" text={href} />
        <Button disabled={isTooFine} onClick={() => onCode(href)}>
          QR code
        </Button>
      </div>
      {isTooFine && (
        <p className="text-xs text-ink-2">
          No QR code: the link has {href.length.toLocaleString('en')} characters, and a phone reads a code of {LONGEST_CODE} from a screen. Fewer filters make it shorter.
        </p>
      )}
      {huntAtWork() !== null && !view.lesson.isStudent && (
        <section aria-label="Instead of a link" className="flex flex-col gap-1.5 border-t border-line pt-3">
          <h2 className="label">Instead of a link</h2>
          <p className="text-ink-2">A pack is one file with the rows, their events and a report, which anyone can check. Pseudonyms stand for the names in what is shared.</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => makePack(view.analytic)}>As an evidence pack…</Button>
            <Button onClick={() => pseudonymsOpen.set(true)}>With pseudonyms…</Button>
          </div>
        </section>
      )}
    </div>
  );
}
