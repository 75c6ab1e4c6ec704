'use client';

import { useEffect, useRef, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { PseudonymPreview } from '@/lib/engine/pseudonym-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { ProgressBar } from '@/components/ui/progress-bar';
import { saveFile } from '@/components/ui/save-file';
import { useSharedState } from '@/components/ui/shared-state';
import { toFailure } from '@/components/workbench/failure';
import { makePack, packState } from '@/components/workbench/pack/open-pack';
import { runSteps } from '@/components/workbench/run-steps';
import { packsHavePseudonyms, pseudonymChoices, withChoice } from './pseudonym-choices';
import { ReplacementTable } from './replacement-table';
import { usePseudonymPreview } from './use-pseudonym-preview';
import { WhatIsFound } from './what-is-found';
import { WhatIsLeft } from './what-is-left';

interface PseudonymsPanelProps {
  readonly engine: Engine;
  readonly onClose: () => void;
}

export function PseudonymsPanel({ engine, onClose }: PseudonymsPanelProps) {
  const choices = useSharedState(pseudonymChoices);
  const { preview, done, failure } = usePseudonymPreview(engine, choices);
  if (preview === null) {
    if (failure !== null) return <p role="alert">{failure}</p>;
    return <ProgressBar label="Finding names, and running the hunt on the events without them" detail={percent(done ?? 0)} fraction={done} onCancel={onClose} />;
  }
  const { replacements } = preview;
  return (
    <>
      <p className="text-ink-2">
        In every field and inside of texts, Base64 too, the same name always becomes the same pseudonym, so that joins hold. The key tells which stands for which: it is a file
        of its own, keep it to yourself.
      </p>
      <WhatIsFound counts={preview.counts} />
      <ReplacementTable replacements={replacements} onChoose={(choice, original) => pseudonymChoices.set(withChoice(choices, original, choice))} />
      <WhatIsLeft left={preview.left} />
      {preview.hunt !== null && <p className="text-caution">The hunt names some of these. Share its document with the same pseudonyms, or it will not find them.</p>}
      <div className="-mx-5 -mb-5 flex flex-col gap-1.5 border-t border-line bg-raised px-5 py-3 sm:sticky sm:-bottom-5">
        <Share engine={engine} preview={preview} isReady={done === null} onClose={onClose} />
        <p role="status" className="min-h-5 text-xs text-ink-2">
          {failure ?? (done === null ? '' : `Running the hunt with your choice: ${percent(done)}`)}
        </p>
      </div>
    </>
  );
}

interface ShareProps extends PseudonymsPanelProps {
  readonly preview: PseudonymPreview;
  readonly isReady: boolean;
}

function Share({ engine, preview: { hunt, key, replacements }, isReady, onClose }: ShareProps) {
  const choices = useSharedState(pseudonymChoices);
  const [saving, setSaving] = useState<number | null>(null);
  const [message, setMessage] = useState('');
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const saveEvents = async () => {
    const mine = new AbortController();
    controller.current = mine;
    setSaving(0);
    setMessage('');
    try {
      const made = await runSteps((step) => engine.pseudonymisedEvents(choices, step), setSaving, mine.signal);
      if (made) {
        saveFile(made.name, 'application/gzip', made.bytes);
        setMessage(`${countText(made.events, 'event')} saved as ${made.name}`);
      }
    } catch (error) {
      if (!mine.signal.aborted) setMessage(toFailure(error).message);
    }
    setSaving(null);
  };
  const toPack = () => {
    packsHavePseudonyms.set(true);
    if (packState.get()?.kind !== 'making') makePack(null);
    onClose();
  };
  if (saving !== null) return <ProgressBar label="Replacing the names in all events" detail={percent(saving)} fraction={saving} onCancel={() => controller.current?.abort()} />;
  const isUsable = isReady && replacements.every(({ problem }) => problem === null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" disabled={!isUsable} onClick={() => void trackBusy(saveEvents())}>
        Save events (NDJSON, gzip)
      </Button>
      <Button disabled={!isUsable} onClick={toPack}>
        Evidence pack with these…
      </Button>
      <Button onClick={() => saveFile(key.name, 'application/json', key.text)}>Save the key</Button>
      {hunt !== null && <Button onClick={() => saveFile(hunt.trimStart().startsWith('{') ? 'hunt.ipynb' : 'hunt.md', 'text/plain', hunt)}>Save the hunt</Button>}
      <span role="status" className="break-all text-ink-2">
        {message}
      </span>
    </div>
  );
}

function percent(done: number): string {
  return `${Math.round(done * 100)} %`;
}
