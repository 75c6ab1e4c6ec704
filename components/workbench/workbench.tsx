'use client';

import { useCallback, useMemo, type ReactNode } from 'react';
import type { Engine, HuntRun, ReadingAddress, ReadingKind } from '@/lib/engine/engine';
import { writeHunt } from '@/lib/url/hunt-address';
import type { ViewState } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { AnalyticView } from './analytic-view';
import { BaselineSection } from './baseline/baseline-section';
import { KnownInHunt } from './baseline/known-hits';
import { useMarksOf } from './baseline/use-marks';
import type { OpenDataset } from './dataset-opener';
import { DrillDown } from './drill-down/drill-down';
import { closed, openLayers } from './drill-down/layers';
import { SessionList } from './drill-down/session-list';
import { ImportReportView } from './import-report/import-report-view';
import { EventsSection } from './events/events-section';
import { FileButton } from './file-button';
import { GraphSection } from './graph/graph-section';
import type { OpenHunt } from './hunt-opener';
import { HostsWithoutHit } from './hosts-without-hit';
import { HuntRail } from './hunt-rail';
import { currentReading } from './current-reading';
import { editedAnalytic } from '@/lib/base/edited-analytic';
import { EditInHuntContext } from './edit/edit-in-hunt';
import { EditScreen } from './edit/edit-screen';
import { KeepEdit } from './edit/keep-edit';
import { AddQueryEntry } from './entries/add-query-entry';
import { HuntEntries } from './entries/hunt-entries';
import { ExportDialog } from './exports/export-dialog';
import { NewHuntButton } from './edit/new-hunt-button';
import { selectedEdit } from './edit/selected-edit';
import { useEditSection } from './edit/use-edit-section';
import { EditAsQueryContext } from './query/edit-as-query';
import { KeepAnalytic } from './query/keep-analytic';
import { KeptBack } from './lesson/kept-back';
import { LeaveLesson } from './lesson/leave-lesson';
import { LessonSection } from './lesson/lesson-section';
import { shownReveal } from './lesson/shown-step';
import { useRememberStudent, useStudentView } from './lesson/student-memory';
import { useLesson, useSeen } from './lesson/use-lesson';
import { usePackNotes } from './pack/use-pack-notes';
import { useCommands } from './palette/commands';
import { useHeadingFocus } from './palette/use-heading-focus';
import { workbenchCommands } from './palette/workbench-commands';
import { Pivots } from './pivots/pivots';
import { PseudonymsDialog } from './pseudonyms/pseudonyms-dialog';
import { QueryScreen } from './query/query-screen';
import { runView, useQuerySection } from './query/use-query-section';
import { markedReadings } from './timeline/hit-lanes';
import { useIsAtWork } from './share/hunt-at-work';
import { StorySection } from './story/story-section';
import { TablesContext } from './tables/tables-context';
import { useStoryOf } from './story/use-story';
import { TimelineView } from './timeline/timeline-view';
import { GroundTruth } from './truth/ground-truth';
import { TruthSection } from './truth/truth-section';
import type { DatasetControl } from './use-dataset';
import type { Hunt } from './use-hunt';
import type { FilesControl } from './use-open-files';
import { useOpenRow } from './use-open-row';
import type { ViewNavigation } from './use-view-state';
import { RunningHunt } from './running-hunt';
import { WORKBENCH_GRID } from './workbench-skeleton';
import { classNames } from '@/components/ui/class-names';

export interface WorkbenchProps {
  readonly engine: Engine;
  readonly dataset: OpenDataset;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly adjust: ViewNavigation['adjust'];
  readonly hunt: Hunt;
  readonly files: FilesControl['openFiles'];
  readonly onOpen: DatasetControl['openAddress'];
  /** The button for another hunt. */
  readonly anotherHunt: ReactNode;
}

const CANCELLED = {
  message: 'The hunt was cancelled.',
  advice: 'That ended the engine, which opens the dataset again from where it came. A hunt that does not end may have a pattern that fits one value in too many ways.',
};

/** The hunt at work over the open dataset. */
export function Workbench({ hunt, files, ...rest }: WorkbenchProps) {
  const { anotherHunt } = rest;
  if (hunt.kind === 'failed') {
    return (
      <div className="p-4">
        <ErrorNotice failure={hunt.failure}>
          {hunt.document && (
            <>
              <Button onClick={hunt.document.retry}>Try again</Button>
              <Button onClick={hunt.document.leave}>Leave this hunt</Button>
            </>
          )}
          {anotherHunt}
        </ErrorNotice>
      </div>
    );
  }
  if (hunt.kind === 'wanted') {
    return (
      <div className="flex max-w-[72ch] flex-col gap-2 p-6">
        <h2 className="text-base font-medium">
          This link’s hunt is <span className="break-all font-mono">{hunt.name}</span>
        </h2>
        <p className="text-sm text-ink-2">That document was opened from somebody’s disk, so the link does not hold it. If you have it, drop it here.</p>
        <p className="break-all font-mono text-2xs text-ink-3">SHA-256 {hunt.sha256}</p>
        <div className="flex flex-wrap gap-2">
          <FileButton onFiles={files} look="primary">
            Choose the file
          </FileButton>
          {anotherHunt}
        </div>
      </div>
    );
  }
  if (hunt.kind === 'running') return <RunningHunt onCancel={hunt.cancel} />;
  if (hunt.kind === 'cancelled') {
    return (
      <div className="p-4">
        <ErrorNotice failure={CANCELLED}>
          <Button onClick={hunt.runAgain}>Run the hunt again</Button>
        </ErrorNotice>
      </div>
    );
  }
  return (
    <HostsWithoutHit engine={rest.engine} run={hunt.run}>
      <Pivots engine={rest.engine} view={rest.view} go={rest.go} clock={rest.dataset.summary.time}>
        <HuntAtWork key={writeHunt(hunt.document.address)} {...rest} files={files} run={hunt.run} document={hunt.document} />
      </Pivots>
    </HostsWithoutHit>
  );
}

interface HuntAtWorkProps extends Omit<WorkbenchProps, 'hunt'> {
  readonly run: HuntRun;
  readonly document: OpenHunt;
}

function HuntAtWork({ engine: whole, dataset, view: given, go, adjust, run: wholeRun, document, files, onOpen, anotherHunt }: HuntAtWorkProps) {
  const view = useStudentView(wholeRun.id, given, adjust);
  const lesson = useLesson({ engine: whole, run: wholeRun, summary: dataset.summary, address: dataset.address, view });
  const { engine, run, isHiding } = useSeen(whole, wholeRun, lesson, view.lesson.isStudent);
  useRememberStudent(wholeRun.id, view.lesson.isStudent && lesson?.answer.kind === 'ready' && lesson.isToBeTaken);
  // No other one in the place of one that is kept back.
  const isKeptBack = isHiding && view.analytic !== null && !run.analytics.some(({ id }) => id === view.analytic);
  const current = view.section === 'analytics' && !isKeptBack ? currentReading(run, view) : null;
  const revealed = view.section === 'lesson' && lesson?.course ? shownReveal(lesson.course, view) : null;
  const analyticId = current?.analytic.id ?? revealed?.analytic ?? undefined;
  const kind = current?.reading.kind ?? revealed?.reading ?? undefined;
  const section = useQuerySection(engine, view);
  useStoryOf(dataset.summary);
  useMarksOf(dataset.summary);
  useIsAtWork(engine, dataset.summary, document, run);
  usePackNotes(document, adjust);
  const queried = section.reading;
  const isEdit = view.section === 'edit' && !isHiding;
  const edit = useEditSection(engine, document, isEdit);
  const edited = isEdit && edit.edit ? selectedEdit(edit.edit, view) : null;
  const reading: ReadingAddress | null = useMemo(
    () => queried ?? (analyticId !== undefined && kind !== undefined ? { analytic: analyticId, reading: kind } : null),
    [queried, analyticId, kind],
  );
  const marked = useMemo(() => (queried ? [queried] : markedReadings(run, view.reading)), [queried, run, view.reading]);
  const editedId = edited?.analytic.id;
  const editedKind = edited?.reading.kind;
  // A row of the edited hunt, or one that only its original has.
  const editedSides: readonly ReadingAddress[] = useMemo(
    () => (editedId === undefined || editedKind === undefined ? [] : (['edited', 'original'] as const).map((side) => ({ analytic: editedAnalytic(side, editedId), reading: editedKind }))),
    [editedId, editedKind],
  );
  const { openRow, open } = useOpenRow(engine, view, isEdit ? editedSides : reading ? [reading] : [], isEdit ? `run ${edit.runs}` : (section.asked?.text ?? ''), go);
  const channels = useMemo(() => dataset.summary.channels.map(({ value }) => value), [dataset]);
  // A list of a query's events waits for the query.
  const isListed = view.section !== 'query' || section.control.query.kind === 'done';
  const shown = useMemo(() => (isListed ? view : { ...view, funnel: null }), [view, isListed]);
  const isPanelOpen = openLayers(shown).length > 0;
  useHeadingFocus(`${view.section} ${current?.analytic.id ?? ''}`, isPanelOpen);
  const { hosts } = dataset.summary;
  useCommands('workbench', useCallback(() => workbenchCommands({ engine, view, go, run, hasLesson: lesson !== null, isHiding, hosts, analytic: current?.analytic.id ?? null }), [engine, view, go, run, lesson, isHiding, hosts, current?.analytic.id]));
  const onOpenRow = (of: ReadingKind, row: number) => analyticId !== undefined && open({ analytic: analyticId, reading: of, row });
  // A link may name a row of a query that it does not hold.
  const isUnasked = view.section === 'query' && queried === null && section.control.query.kind !== 'running';
  const panelRow = isUnasked && view.row.length > 0 ? 'missing' : openRow;
  const shownRow = typeof openRow === 'object' && openRow !== null ? openRow.row : null;

  return (
    <TablesContext value={useMemo(() => ({ view, go, adjust }), [view, go, adjust])}>
    <KnownInHunt engine={engine} run={run}>
    <HuntEntries engine={engine} dataset={dataset.summary} run={run} isHiding={isHiding} hunt={document} view={view} go={go} adjust={adjust} files={files}>
    <GroundTruth engine={engine} run={run} summary={dataset.summary} isHidden={isHiding}>
    <EditAsQueryContext value={(query) => go(runView(query))}>
      <ExportDialog />
      <PseudonymsDialog engine={engine} />
      <EditInHuntContext value={(of) => analyticId !== undefined && go({ ...closed, section: 'edit', analytic: analyticId, reading: of })}>
      <div className={classNames(WORKBENCH_GRID, isPanelOpen && 'lg:grid-cols-[18.75rem_minmax(0,1fr)_clamp(22rem,30%,44rem)]')}>
        <div className={classNames(PANE, 'border-b border-line bg-surface lg:border-b-0 lg:border-r')}>
          <HuntRail run={run} document={document} onOpen={onOpen} anotherHunt={anotherHunt} view={view} go={go} current={current?.analytic.id ?? null} hasLesson={lesson !== null} isHiding={isHiding} newHunt={<NewHuntButton engine={engine} go={go} files={files} />} />
        </div>
        <main className="flex min-h-0 min-w-0 flex-col">
          <div className={classNames(PANE, 'grow')}>
            {current && (
              <AnalyticView
                engine={engine}
                analytic={current.analytic}
                run={current.reading}
                isHiding={isHiding}
                openRow={shownRow}
                differences={view.differences}
                onDifferences={(differences) => adjust({ differences })}
                onReading={(to) => go({ ...closed, analytic: current.analytic.id, reading: to })}
                onOpenRow={onOpenRow}
                onOpenFunnel={(funnel) => go({ ...closed, analytic: funnel.analytic, reading: funnel.reading, funnel })}
              />
            )}
            {isHiding && current === null && (view.section === 'analytics' || view.section === 'edit') && (
              <KeptBack isOnDataset={lesson?.course !== null} onLesson={() => go({ ...closed, section: 'lesson' })}>
                <LeaveLesson hunt={run.id} />
              </KeptBack>
            )}
            {view.section === 'lesson' && lesson && (
              <LessonSection engine={engine} run={run} control={lesson} view={view} go={go} onOpen={(to) => onOpen(to, document.address)} openRow={shownRow} onOpenRow={open} />
            )}
            {view.section === 'lesson' && !lesson && <EmptyState title="There is no lesson on this hunt">A lesson is a Markdown file of its own: drop one here.</EmptyState>}
            {view.section === 'sessions' && (
              <div className="max-w-[120rem] p-4">
                <SessionList engine={engine} view={view} go={go} />
              </div>
            )}
            {view.section === 'query' && (
              <QueryScreen
                engine={engine}
                {...section}
                onRun={(query) => go(runView(query))}
                openRow={shownRow}
                onOpenRow={(row) => queried && open({ ...queried, row })}
                onOpenFunnel={(funnel) => go({ ...closed, funnel })}
                keep={(query) => (
                  <>
                    <KeepAnalytic engine={engine} hunt={document} query={query} go={go} files={files} />
                    <AddQueryEntry query={query} />
                  </>
                )}
              />
            )}
            {view.section === 'truth' && <TruthSection run={run} sha256={dataset.summary.sha256} isHidden={isHiding} files={files} onOpen={(analytic, of) => go({ ...closed, section: 'analytics', analytic, reading: of })} />}
            {view.section === 'story' && <StorySection view={view} go={go} />}
            {view.section === 'events' && <EventsSection engine={engine} summary={dataset.summary} view={view} go={go} adjust={adjust} />}
            {isEdit && (
              <EditScreen
                engine={engine}
                section={edit}
                selected={edited}
                isNamed={view.analytic !== null}
                onSelect={({ analytic, reading: of }) => go({ ...closed, analytic, reading: of })}
                openRow={typeof openRow === 'object' ? openRow : null}
                onOpenRow={open}
                keep={<KeepEdit engine={engine} hunt={document} section={edit} go={go} files={files} />}
              />
            )}
            {view.section === 'graph' && <GraphSection engine={engine} view={view} go={go} channels={channels} members={dataset.summary.members} />}
            {view.section === 'baseline' && <BaselineSection key={dataset.summary.sha256 ?? dataset.summary.name} engine={engine} view={view} go={go} />}
            {view.section === 'report' && <ImportReportView engine={engine} />}
          </div>
          <div className="shrink-0 border-t border-line bg-surface py-1">
            <TimelineView engine={engine} run={queried && section.control.query.kind === 'done' ? section.control.query.run : run} view={view} readings={marked} current={reading?.analytic ?? null} go={go} adjust={adjust} onOpenRow={open} />
          </div>
        </main>
        <div className={isPanelOpen ? 'min-h-0 min-w-0 border-line lg:border-l' : 'hidden'}>
          <DrillDown engine={engine} view={shown} go={go} row={panelRow} channels={channels} members={dataset.summary.members} />
        </div>
      </div>
      </EditInHuntContext>
    </EditAsQueryContext>
    </GroundTruth>
    </HuntEntries>
    </KnownInHunt>
    </TablesContext>
  );
}

// Positioned, so that what is positioned inside scrolls with it.
const PANE = 'relative min-w-0 lg:min-h-0 lg:overflow-y-auto';
