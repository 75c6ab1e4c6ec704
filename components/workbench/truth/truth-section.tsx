'use client';

import type { HuntRun, ReadingKind } from '@/lib/engine/engine';
import type { AnalyticTruthView, ConfusionView, GroundTruthView } from '@/lib/engine/truth-shapes';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { withoutNumber } from '@/components/workbench/analytic-list';
import { FileButton } from '@/components/workbench/file-button';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { removeAnswerKey } from './answer-keys';
import { useTruth } from './ground-truth';
import { confusionText, TRUTH_RULE } from './truth-words';

interface TruthSectionProps {
  readonly run: HuntRun;
  /** Of the dataset. */
  readonly sha256: string | null;
  readonly isHidden: boolean;
  readonly files: (files: readonly File[]) => void;
  readonly onOpen: (analytic: string, reading: ReadingKind) => void;
}

/** The section "Ground truth": every analytic in every reading, held against the answer key. */
export function TruthSection({ run, sha256, isHidden, files, onOpen }: TruthSectionProps) {
  const { answer, isOwn, setOpen } = useTruth();
  const open = (analytic: string, reading: ReadingKind) => {
    setOpen(true);
    onOpen(analytic, reading);
  };
  const remove = sha256 !== null && isOwn && <Button onClick={() => removeAnswerKey(sha256)}>Remove your answer key</Button>;
  return (
    <div className="flex min-w-0 max-w-[80rem] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
          Ground truth
        </h2>
        <span className="flex flex-wrap gap-2">
          {remove}
          {!isHidden && (
            <FileButton label="Answer key" accept=".json,application/json" onFiles={files}>
              Add an answer key
            </FileButton>
          )}
        </span>
      </header>
      {answer.kind === 'waiting' && <Skeleton className="h-64" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && answer.value && <Truth truth={answer.value.view} run={run} onOpen={open} />}
      {answer.kind === 'ready' && answer.value === null && (
        <Panel label="Answer key">
          {isHidden ? (
            <EmptyState title="Hidden while you take the lesson">What belongs to the attack is what the lesson asks for.</EmptyState>
          ) : (
            <EmptyState title="No answer key for this dataset">
              An answer key is a JSON file that says which events belong to the attack. Add one here, or drop it beside the dataset; it is kept in this browser under the dataset’s SHA-256. The
              sample’s own, <a className="text-accent underline underline-offset-2" href="datasets/sample.answer-key.json">sample.answer-key.json</a>, shows how one is written.
            </EmptyState>
          )}
        </Panel>
      )}
    </div>
  );
}

interface TruthProps {
  readonly truth: GroundTruthView;
  readonly run: HuntRun;
  readonly onOpen: (analytic: string, reading: ReadingKind) => void;
}

function Truth({ truth: { key, absent, analytics }, run, onOpen }: TruthProps) {
  const kinds = [...new Set(analytics.flatMap(({ readings }) => readings.map(({ kind }) => kind)))];
  const titles = new Map(run.analytics.map((analytic) => [analytic.id, withoutNumber(analytic)]));
  return (
    <>
      <div className="max-w-[80ch]">
        <p className="text-base font-medium">{key.title}</p>
        <p className="text-sm text-ink-2">{key.story}</p>
        <p className="text-xs text-ink-3">
          {countText(key.events, 'event')} of the attack{absent > 0 && <span className="text-caution">, {absent.toLocaleString('en')} of them not in the dataset as it is open</span>}
        </p>
      </div>
      <div tabIndex={0} role="group" aria-label="Readings against the answer key" className="overflow-x-auto rounded border border-line">
        <table className="w-full text-xs">
          <caption className="sr-only">Events found and missed, and rows that are false alarms</caption>
          <thead className="bg-sunken text-left text-ink-2">
            <tr>
              <th scope="col" className="px-3 py-1.5 font-medium">
                Analytic
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" className="whitespace-nowrap px-3 py-1.5 font-medium">
                  {READING_NAMES[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {analytics.map((truth) => (
              <tr key={truth.analytic} className="border-t border-line align-top">
                <th scope="row" className="px-3 py-2 text-left font-normal">
                  <span className="font-medium">{truth.analytic}</span> <span className="text-ink-2">{titles.get(truth.analytic)}</span>
                </th>
                {kinds.map((kind) => (
                  <td key={kind} className="whitespace-nowrap px-3 py-2">
                    <Cell truth={truth} kind={kind} onOpen={() => onOpen(truth.analytic, kind)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="max-w-[80ch] text-xs text-ink-2">{TRUTH_RULE}</p>
    </>
  );
}

function Cell({ truth: { analytic, expected, readings }, kind, onOpen }: { readonly truth: AnalyticTruthView; readonly kind: ReadingKind; readonly onOpen: () => void }) {
  const reading = readings.find((candidate) => candidate.kind === kind);
  if (!reading) return <span className="text-ink-3">—</span>;
  if (!reading.confusion) return <span className="text-ink-3">did not run</span>;
  return (
    <button
      type="button"
      onClick={onOpen}
      title="Open this reading with its events"
      aria-label={`${analytic}, ${READING_NAMES[kind]}: ${confusionText(reading.confusion, expected)}`}
      className="tabular flex flex-col rounded text-left pointer-coarse:min-h-10"
    >
      <Counts confusion={reading.confusion} expected={expected} />
    </button>
  );
}

function Counts({ confusion: { found, missed, right, falseAlarms }, expected }: { readonly confusion: ConfusionView; readonly expected: number | null }) {
  return (
    <>
      <span className="text-accent underline underline-offset-2">{expected === null ? countText(right, 'right row') : `found ${found} of ${expected}`}</span>
      {missed > 0 && <span className="text-caution">missed {missed}</span>}
      <span className="text-ink-2">{countText(falseAlarms, 'false alarm')}</span>
    </>
  );
}
