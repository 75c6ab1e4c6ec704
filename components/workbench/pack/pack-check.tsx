'use client';

import { useEffect, useState } from 'react';
import type { OpenedPack } from '@/lib/engine/pack-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { CheckIcon, WarningIcon } from '@/components/ui/icons';
import { saveFile } from '@/components/ui/save-file';
import { useHuntAtWork } from '@/components/workbench/share/hunt-at-work';
import type { PackState } from './open-pack';
import { otherRows, type OtherRows } from './reproduced';

/** What became of a pack that was opened. */
export function PackCheck({ state }: { readonly state: Exclude<PackState, { readonly kind: 'making' }> }) {
  return state.kind === 'failed' ? <ErrorNotice failure={state.failure} /> : <Checked {...state} />;
}

function Checked({ pack: { manifest, problems, contents } }: { readonly pack: OpenedPack }) {
  const { dataset, hunt, parts, events, pseudonyms } = manifest;
  if (contents === null) {
    return (
      <section role="alert" className="flex flex-col gap-2">
        <h3 className="flex items-center gap-1.5 font-medium text-danger">
          <WarningIcon /> This pack was altered
        </h3>
        <p>Nothing of it was opened. Ask whoever made it for the pack again.</p>
        <ul className="flex flex-col gap-2">
          {problems.map(({ part, message, stated, found }, i) => (
            <li key={i}>
              <p>
                <strong className="break-all font-mono text-xs">{part ?? 'The zip itself'}</strong>: {message}
              </p>
              {stated !== null && <Digest name="Stated" digest={stated} />}
              {found !== null && <Digest name="Found" digest={found} />}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <>
      <section className="flex flex-col gap-1">
        <h3 role="status" className="flex items-center gap-1.5 font-medium">
          <CheckIcon /> Verified: {countText(parts.length, 'part')}, every byte as it was made
        </h3>
        <p className="text-ink-2">The digests tell of changes after it was made, not who made it.</p>
        {contents.events !== null && <Reproduced pack={{ manifest, problems, contents }} />}
      </section>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-2">Hunt</dt>
        <dd>{manifest.analytic === null ? hunt.title : `${hunt.title}, analytic ${manifest.analytic}`}</dd>
        <dt className="text-ink-2">Events</dt>
        <dd>
          {countText(events, 'event')} of {dataset.events.toLocaleString('en')} in <span className="break-all font-mono text-xs">{dataset.name}</span>
          {dataset.sha256 !== null && <Digest name="SHA-256" digest={dataset.sha256} />}
        </dd>
        {pseudonyms && (
          <>
            <dt className="text-ink-2">Names</dt>
            <dd>Replaced by pseudonyms. The pack does not say which dataset it is of; whoever made it holds the key.</dd>
          </>
        )}
        {contents.answerKey !== null && (
          <>
            <dt className="text-ink-2">Answer key</dt>
            <dd>Of these events: what was found and missed is under Ground truth.</dd>
          </>
        )}
        <dt className="text-ink-2">Made by</dt>
        <dd>Huntbook {manifest.app}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => saveFile(`${hunt.id.replace(/[^\w.-]+/g, '-')}-report.html`, 'text/html', contents.report)}>Save the report</Button>
      </div>
    </>
  );
}

/** Whether the analytics find on the pack's events what the pack states. */
function Reproduced({ pack: { manifest, contents } }: { readonly pack: OpenedPack }) {
  const atWork = useHuntAtWork();
  const [others, setOthers] = useState<readonly OtherRows[] | null>(null);
  const name = contents?.events?.name;
  const engine = atWork?.summary.name === name ? (atWork?.engine ?? null) : null;
  useEffect(() => {
    if (engine === null) return;
    let isWanted = true;
    const work = engine.rowsDigests().then(
      (digests) => isWanted && setOthers(otherRows(manifest, digests)),
      // The workbench says why the hunt does not run.
      () => undefined,
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [engine, manifest]);
  if (others === null) return <p className="text-ink-2">Running the analytics on the pack’s events…</p>;
  if (others.length === 0) return <p role="status">Reproduced: the analytics give the stated rows on the pack’s events.</p>;
  return (
    <div className="text-caution">
      <p role="status">Not the stated rows: a reading that counts or leaves out can differ, as the pack holds but a part of the dataset.</p>
      <ul>
        {others.map(({ analytic, reading, stated, found }) => (
          <li key={`${analytic} ${reading}`}>
            Analytic {analytic} ({reading}): {countText(stated, 'row')} stated, {found === null ? 'did not run here' : `${found.toLocaleString('en')} found`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Digest({ name, digest }: { readonly name: string; readonly digest: string }) {
  return (
    <p className="break-all text-2xs text-ink-2">
      {name} <span className="font-mono">{digest}</span>
    </p>
  );
}
