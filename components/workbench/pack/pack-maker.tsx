'use client';

import { useEffect, useRef, useState } from 'react';
import { writeBaseline } from '@/lib/base/baseline-file';
import { UTC } from '@/lib/base/time-zone';
import type { PackPreview, PackRequest, PackStep } from '@/lib/engine/pack-shapes';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { ProgressBar } from '@/components/ui/progress-bar';
import { saveFile } from '@/components/ui/save-file';
import { useMarks } from '@/components/workbench/baseline/use-marks';
import { toFailure } from '@/components/workbench/failure';
import { APP_VERSION, useHuntAtWork, type HuntAtWork } from '@/components/workbench/share/hunt-at-work';
import { linkToShare } from '@/components/workbench/share/link-to-share';
import { writeStory } from '@/components/workbench/story/story-file';
import { useStory } from '@/components/workbench/story/use-story';
import { answerKeyOf } from '@/components/workbench/truth/answer-keys';
import { runPack } from './pack-run';

type Work = { readonly kind: 'choosing' } | { readonly kind: 'making'; readonly done: number } | { readonly kind: 'failed'; readonly message: string } | Extract<PackStep, { readonly kind: 'made' }>;

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
  const [work, setWork] = useState<Work>({ kind: 'choosing' });
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const controller = useRef<AbortController | null>(null);
  const { story, dataset } = useStory();
  const { marks, dataset: marked } = useMarks();
  const hasNotes = story.length > 0;
  const hasMarks = marks.length > 0;
  useEffect(() => () => controller.current?.abort(), []);
  useEffect(() => {
    let isWanted = true;
    void trackBusy(engine.packPreview(analytic).then((now) => isWanted && setPreview(now), () => undefined));
    return () => {
      isWanted = false;
    };
  }, [engine, analytic]);

  const make = async () => {
    const mine = new AbortController();
    controller.current = mine;
    setWork({ kind: 'making', done: 0 });
    try {
      const notes = hasNotes && withNotes;
      const request: PackRequest = {
        analytic,
        hunt: { name: document.file.name, text: document.file.text, sha256: document.file.sha256 },
        app: APP_VERSION,
        link: (await linkToShare()).href,
        notes: notes ? writeStory({ dataset, story }) : null,
        baseline: hasMarks && withMarks ? writeBaseline({ dataset: marked, zone: UTC, rows: [], marks }) : null,
        answerKey: await answerKeyOf(summary.sha256),
        told: notes ? story.map(({ label, note, tags }) => ({ label, note, tags })) : [],
      };
      const made = await runPack(engine, request, (done) => setWork({ kind: 'making', done }), mine.signal);
      if (made) {
        saveFile(made.name, 'application/zip', made.file);
        setWork(made);
      }
    } catch (error) {
      if (!mine.signal.aborted) setWork({ kind: 'failed', message: toFailure(error).message });
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setWork({ kind: 'choosing' });
  };

  if (work.kind === 'making') return <ProgressBar label="Making the pack" detail={`${Math.round(work.done * 100)} %`} fraction={work.done} onCancel={cancel} />;
  if (work.kind === 'made') {
    return (
      <div className="flex flex-col gap-2">
        <p role="status">
          Saved <span className="break-all font-mono text-xs">{work.name}</span>
        </p>
        <p>Give its SHA-256 another way than the pack itself, so that whoever gets it can tell that it is yours:</p>
        <p className="break-all font-mono text-xs">{work.sha256}</p>
      </div>
    );
  }
  return (
    <>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="label mb-1">Rows</legend>
        {first !== null && <Choice kind="radio" label={`Analytic ${first}, all readings`} isChosen={analytic !== null} onChoose={() => setAnalytic(first)} />}
        <Choice kind="radio" label={`The whole hunt, ${countText(run.analytics.length, 'analytic')}`} isChosen={analytic === null} onChoose={() => setAnalytic(null)} />
      </fieldset>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="label mb-1">Also</legend>
        {hasNotes ? <Choice kind="checkbox" label={`Your notes: ${countText(story.length, 'entry', 'entries')}`} isChosen={withNotes} onChoose={() => setWithNotes(!withNotes)} /> : <p className="text-ink-2">The story of this dataset is empty.</p>}
        {hasMarks && <Choice kind="checkbox" label={`The baseline: ${countText(marks.length, 'known row')}`} isChosen={withMarks} onChoose={() => setWithMarks(!withMarks)} />}
      </fieldset>
      <section className="flex flex-col gap-1">
        <h3 className="label">What goes in</h3>
        <ul className="list-disc pl-5">
          <li>{preview === null ? 'Rows and their events' : `${countText(preview.rows, 'row')} and the ${countText(preview.events, 'event')} behind them, with their whole text`}</li>
          <li>
            The hunt document <span className="break-all font-mono text-xs">{document.file.name}</span>
          </li>
          <li>The name and the SHA-256 of the dataset, counts by host and channel, and the link to this view</li>
          <li>A report for any browser and for print, with the whole session behind the first row</li>
          <li>The dataset’s answer key, where it has one</li>
          <li>The SHA-256 of each part</li>
        </ul>
        {preview?.rows === 0 && <p className="text-caution">There are no rows, so the pack holds no events.</p>}
        <p className="text-ink-2">Names, addresses and paths are in it as {summary.name} has them.</p>
      </section>
      {work.kind === 'failed' && (
        <p role="alert" className="text-danger">
          {work.message}
        </p>
      )}
      <div>
        <Button look="primary" onClick={() => void trackBusy(make())}>
          Save the pack
        </Button>
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ kind, label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-center gap-2 pointer-coarse:min-h-10">
      <input type={kind} name={kind} checked={isChosen} onChange={onChoose} className="accent-(--accent)" />
      {label}
    </label>
  );
}
