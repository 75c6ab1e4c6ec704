'use client';

import { useEffect, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { PseudonymChoice, PseudonymPreview } from '@/lib/engine/pseudonym-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { saveFile } from '@/components/ui/save-file';
import { toFailure } from '@/components/workbench/failure';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { ReplacementTable } from './replacement-table';

/** Made anew at each choice: the hunt is run on what would be shared. */
export function PseudonymsPanel({ engine }: { readonly engine: Engine }) {
  const [choices, setChoices] = useState<readonly PseudonymChoice[]>([]);
  const [preview, setPreview] = useState<PseudonymPreview | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const work = engine.pseudonyms(choices).then(
      (made) => isWanted && setPreview(made),
      (error: unknown) => isWanted && setMessage(toFailure(error).message),
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [engine, choices]);
  if (preview === null) return <p role={message === null ? 'status' : 'alert'}>{message ?? 'Finding names, and running the hunt on the events without them…'}</p>;
  const choose = (choice: PseudonymChoice | null, original: string) => setChoices([...choices.filter((each) => each.original !== original), ...(choice ? [choice] : [])]);
  const saveEvents = () => {
    const work = engine.pseudonymisedEvents(choices).then(
      ({ name, events, bytes }) => {
        saveFile(name, 'application/gzip', bytes);
        setMessage(`${countText(events, 'event')} saved as ${name}`);
      },
      (error: unknown) => setMessage(toFailure(error).message),
    );
    void trackBusy(work);
  };
  const { hunt, key, replacements } = preview;
  return (
    <>
      <p className="text-ink-2">
        In every field and inside of texts, the same name always becomes the same pseudonym, so that joins hold. The key tells which stands for which: it is a file
        of its own, keep it to yourself.
      </p>
      <Counts counts={preview.counts} />
      <ReplacementTable replacements={replacements} onChoose={choose} />
      <Left left={preview.left} />
      {hunt !== null && <p className="text-caution">The hunt names some of these. Share its document with the same pseudonyms, or it will not find them.</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" disabled={replacements.some(({ problem }) => problem !== null)} onClick={saveEvents}>
          Save events (NDJSON, gzip)
        </Button>
        <Button onClick={() => saveFile(key.name, 'application/json', key.text)}>Save the key</Button>
        {hunt !== null && <Button onClick={() => saveFile(hunt.trimStart().startsWith('{') ? 'hunt.ipynb' : 'hunt.md', 'text/plain', hunt)}>Save the hunt</Button>}
        <span role="status" className="break-all text-ink-2">
          {message}
        </span>
      </div>
    </>
  );
}

function Counts({ counts }: Pick<PseudonymPreview, 'counts'>) {
  const differing = counts.filter(({ before, after }) => before !== after);
  return (
    <section aria-label="What the hunt finds" className="flex flex-col gap-1">
      <h3 className="label">What the hunt finds, before and after</h3>
      <p role="status" className={differing.length === 0 ? undefined : 'text-danger'}>
        {differing.length === 0 ? `The same number of rows in all ${countText(counts.length, 'reading')}.` : `${countText(differing.length, 'reading')} would find another number of rows: keep a name below that its query looks for.`}
      </p>
      <div className="max-h-40 overflow-auto" tabIndex={0} role="group" aria-label="Rows of each reading">
        <table className="text-xs">
          <thead>
            <tr className="text-left">
              {['Analytic', 'Reading', 'Before', 'After'].map((name) => (
                <th key={name} className="label pr-4 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map(({ analytic, reading, before, after }) => (
              <tr key={`${analytic} ${reading}`} className={before === after ? undefined : 'text-danger'}>
                <td className="pr-4">{analytic}</td>
                <td className="pr-4">{READING_NAMES[reading]}</td>
                <td className="pr-4 tabular-nums">{before ?? 'did not run'}</td>
                <td className="tabular-nums">{after ?? 'did not run'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Left({ left }: Pick<PseudonymPreview, 'left'>) {
  return (
    <section aria-label="What is left" className="flex flex-col gap-1">
      <h3 className="label">What is left in the events</h3>
      <p className="text-ink-2">Names that no field and no phrase gives away stay in free text. Times, ports, process and logon IDs stay as well.</p>
      <ul className="flex flex-col gap-1">
        {left.map(({ what, count, examples }) => (
          <li key={what}>
            {what}: {count.toLocaleString('en')} <span className="break-all font-mono text-xs text-ink-2">{examples.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
