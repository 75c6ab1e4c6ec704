'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { MadePack } from '@/lib/engine/pack-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { ProgressBar } from '@/components/ui/progress-bar';
import { saveFile } from '@/components/ui/save-file';
import { useSharedState } from '@/components/ui/shared-state';
import { useMarks } from '@/components/workbench/baseline/use-marks';
import { toFailure } from '@/components/workbench/failure';
import { packsHavePseudonyms, pseudonymChoices } from '@/components/workbench/pseudonyms/pseudonym-choices';
import { pseudonymsOpen } from '@/components/workbench/pseudonyms/pseudonyms-open';
import { runSteps } from '@/components/workbench/run-steps';
import { useHuntAtWork, type HuntAtWork } from '@/components/workbench/share/hunt-at-work';
import { useStory } from '@/components/workbench/story/use-story';
import { Choice } from './choice';
import { notedEvents } from './noted-events';
import { PackMade } from './pack-made';
import { packRequest } from './pack-request';
import { useAnswerKey } from './use-answer-key';
import { usePackPreview } from './use-pack-preview';
import { WhatGoesIn } from './what-goes-in';

type Work = { readonly kind: 'choosing'; readonly problem: string | null } | { readonly kind: 'making'; readonly done: number } | { readonly kind: 'made'; readonly made: MadePack };

/** What goes into a pack, to be chosen; then the pack. */
export function PackMaker({ analytic }: { readonly analytic: string | null }) {
  const atWork = useHuntAtWork();
  return atWork && <Maker analytic={analytic} atWork={atWork} />;
}

function Maker({ analytic: first, atWork }: { readonly analytic: string | null; readonly atWork: HuntAtWork }) {
  const { engine, summary, document, run } = atWork;
  const [analytic, setAnalytic] = useState(first);
  const [withNotes, setWithNotes] = useState(true);
  const [withMarks, setWithMarks] = useState(true);
  const [withKey, setWithKey] = useState(true);
  const [work, setWork] = useState<Work>({ kind: 'choosing', problem: null });
  const controller = useRef<AbortController | null>(null);
  const notes = useStory();
  const marks = useMarks();
  const ownKey = useAnswerKey(summary.sha256);
  const hasPseudonyms = useSharedState(packsHavePseudonyms);
  const choices = useSharedState(pseudonymChoices);
  const hasNotes = notes.story.length > 0;
  const hasMarks = marks.marks.length > 0;
  const answerKey = withKey ? (ownKey ?? null) : null;
  const noted = useMemo(() => (withNotes ? notedEvents(notes.story) : []), [withNotes, notes.story]);
  const preview = usePackPreview(engine, { analytic, noted, answerKey });
  useEffect(() => () => controller.current?.abort(), []);

  const make = async () => {
    const mine = new AbortController();
    controller.current = mine;
    setWork({ kind: 'making', done: 0 });
    try {
      const request = await packRequest(atWork, {
        analytic,
        notes: hasNotes && withNotes ? notes : null,
        marks: hasMarks && withMarks ? marks : null,
        answerKey,
        pseudonyms: hasPseudonyms ? choices : null,
      });
      const made = await runSteps((step) => engine.writePack(request, step), (done) => setWork({ kind: 'making', done }), mine.signal);
      if (made) {
        saveFile(made.name, 'application/zip', made.file);
        setWork({ kind: 'made', made });
      }
    } catch (error) {
      if (!mine.signal.aborted) setWork({ kind: 'choosing', problem: toFailure(error).message });
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setWork({ kind: 'choosing', problem: null });
  };

  if (work.kind === 'making') return <ProgressBar label="Making the pack" detail={`${Math.round(work.done * 100)} %`} fraction={work.done} onCancel={cancel} />;
  if (work.kind === 'made') return <PackMade made={work.made} />;
  return (
    <>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="label mb-1">Rows</legend>
        {first !== null && <Choice kind="radio" label={`Analytic ${first}, all readings`} isChosen={analytic !== null} onChoose={() => setAnalytic(first)} />}
        <Choice kind="radio" label={`The whole hunt, ${countText(run.analytics.length, 'analytic')}`} isChosen={analytic === null} onChoose={() => setAnalytic(null)} />
      </fieldset>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="label mb-1">Also</legend>
        {hasNotes ? <Choice kind="checkbox" label={`Your notes: ${countText(notes.story.length, 'entry', 'entries')}`} isChosen={withNotes} onChoose={() => setWithNotes(!withNotes)} /> : <p className="text-ink-2">The story of this dataset is empty.</p>}
        {hasMarks && <Choice kind="checkbox" label={`The baseline: ${countText(marks.marks.length, 'known row')}`} isChosen={withMarks} onChoose={() => setWithMarks(!withMarks)} />}
        {typeof ownKey === 'string' && <Choice kind="checkbox" label="The answer key, for its events" isChosen={withKey} onChoose={() => setWithKey(!withKey)} />}
      </fieldset>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="label mb-1">Names</legend>
        <Choice kind="checkbox" label="Replace users, hosts, domains, addresses and SIDs by pseudonyms" isChosen={hasPseudonyms} onChoose={() => packsHavePseudonyms.set(!hasPseudonyms)} />
        {hasPseudonyms && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pl-6">
            <Button onClick={() => pseudonymsOpen.set(true)}>Look at each replacement…</Button>
            <p className="text-ink-2">{hasNotes && withNotes ? 'In your notes too, but only names that the events hold.' : 'The key is saved as a file of its own, never in the pack.'}</p>
          </div>
        )}
      </fieldset>
      <WhatGoesIn preview={preview} besides={[...(noted.length > 0 ? ['your notes'] : []), ...(answerKey === null ? [] : ['the answer key'])]} hunt={document.file.name} dataset={summary.name} hasPseudonyms={hasPseudonyms} />
      {work.problem !== null && (
        <p role="alert" className="text-danger">
          {work.problem}
        </p>
      )}
      <div>
        <Button look="primary" disabled={ownKey === undefined} onClick={() => void trackBusy(make())}>
          Save the pack
        </Button>
      </div>
    </>
  );
}
