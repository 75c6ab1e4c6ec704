'use client';

import { useCallback, useEffect, useMemo } from 'react';
import { DropOverlay } from '@/components/home/drop-overlay';
import { Home } from '@/components/home/home';
import { shippedHunts } from '@/components/home/hunt-list';
import type { ShownHunt } from '@/components/home/kept-hunt-rows';
import { KeptDatasets, type ShownDataset } from '@/components/home/kept-datasets';
import { useLazy } from '@/components/ui/use-lazy';
import type { OpenDataset } from '@/components/workbench/dataset-opener';
import { EngineNotice } from '@/components/workbench/engine-notice';
import { OpeningFailure } from '@/components/workbench/opening-failure';
import { OpeningScreen } from '@/components/workbench/opening-screen';
import { PackDialog } from '@/components/workbench/pack/pack-dialog';
import { usePackFiles } from '@/components/workbench/pack/use-pack-files';
import { pageTitle } from '@/components/workbench/page-title';
import { minuteText } from '@/components/workbench/time-range-text';
import { TimeZoneContext, useTimeZone } from '@/components/workbench/time-zone-context';
import { TopBar } from '@/components/workbench/top-bar';
import { ChosenHunt } from '@/components/workbench/chosen-hunt';
import { useDataset, type DatasetControl } from '@/components/workbench/use-dataset';
import { useEngine } from '@/components/workbench/use-engine';
import { useHunt } from '@/components/workbench/use-hunt';
import { useHuntDocument, type HuntControl } from '@/components/workbench/use-hunt-document';
import { useFileDrop } from '@/components/workbench/use-file-drop';
import { keptFiles, useKeptFiles, useKeptIsLasting } from '@/components/workbench/use-kept-files';
import { keptHunts, useKeptHunts } from '@/components/workbench/use-kept-hunts';
import { useOpenFiles } from '@/components/workbench/use-open-files';
import { useSize } from '@/components/workbench/use-size';
import { useTheme } from '@/components/workbench/use-theme';
import { useViewState } from '@/components/workbench/use-view-state';
import { ViewNotices } from '@/components/workbench/view-notices';
import { useRequestLog } from '@/components/workbench/requests/page-requests';
import { RequestsButton, RequestsDialog } from '@/components/workbench/requests/requests-dialog';
import { UpdateNotice } from '@/components/workbench/requests/update-notice';
import type { WorkbenchProps } from '@/components/workbench/workbench';
import { WorkbenchSkeleton } from '@/components/workbench/workbench-skeleton';

const loadWorkbench = () => import('@/components/workbench/workbench');
const loadPicker = () => import('@/components/home/hunt-picker');

/** The whole page: home without a dataset, the workbench with one. */
export function Huntbook() {
  useRequestLog();
  const navigation = useViewState();
  const { engine, health, restarts } = useEngine();
  const control = useDataset(engine, navigation);
  const huntControl = useHuntDocument(engine, navigation, shippedHunts[0].id);
  const { view, notices, go } = navigation;
  const toLesson = useCallback(() => go({ section: 'lesson', row: [], funnel: null, session: null, event: null }), [go]);
  const { openFiles, leftAside, lesson, answerKeys } = useOpenFiles(engine, control, huntControl, toLesson);
  const openAny = usePackFiles(engine, control, huntControl, openFiles);
  const isDraggedOver = useFileDrop(openAny);
  const ownHunts = useOwnHunts();
  const { dataset } = control;
  useTheme(view?.theme);
  const sizeControl = useSize(view?.size, navigation.adjust);

  const title = pageTitle(dataset, view);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isHome = dataset.kind === 'none' || dataset.kind === 'wanted' || dataset.kind === 'failed';
  return (
    <TimeZoneContext value={view?.zone ?? 'UTC'}>
      <div className="flex min-h-full flex-col lg:h-full lg:overflow-clip">
        <TopBar engine={engine} navigation={navigation} sizeControl={sizeControl} control={control} onFiles={openAny} open={dataset.kind === 'open' ? dataset : null} />
        <ViewNotices
          notices={notices}
          insteadOf={dataset.kind === 'open' ? dataset.insteadOf : null}
          notKept={dataset.kind === 'open' ? dataset.notKept : null}
          huntInsteadOf={huntControl.hunt.kind === 'open' ? huntControl.hunt.insteadOf : null}
          huntsLeftAside={leftAside}
          lesson={dataset.kind === 'open' ? null : lesson}
          answerKeys={answerKeys}
        />
        <UpdateNotice />
        <EngineNotice health={health} />
        {isHome && (
          <main className="relative grow overflow-y-auto">
            <Home
              onFiles={openAny}
              onOpen={control.openAddress}
              onHunt={huntControl.choose}
              wanted={dataset.kind === 'wanted' ? dataset : null}
              catalogue={view && view.catalogue}
              onCatalogue={(catalogue) => navigation.adjust({ catalogue })}
              kept={<KeptList onOpen={control.openAddress} />}
              keptHunts={ownHunts}
              requests={<RequestsButton />}
            >
              <ChosenHunt control={huntControl} isNamed={view?.hunt != null} onOpen={control.openAddress} />
              {dataset.kind === 'failed' && <OpeningFailure failed={dataset} onRetry={control.retry} onRaiseLimit={control.raiseLimit} onOpenWhole={control.openWhole} onLeave={control.leave} />}
            </Home>
          </main>
        )}
        {dataset.kind === 'opening' && <OpeningScreen name={dataset.name} progress={dataset.progress} maxBytes={dataset.maxBytes} onCancel={control.leave} />}
        {(dataset.kind === 'opening' || dataset.kind === 'open') && engine && view && (
          <LazyWorkbench
            key={restarts}
            engine={engine}
            opening={dataset.opening}
            dataset={dataset.kind === 'open' ? dataset : null}
            view={view}
            go={go}
            adjust={navigation.adjust}
            huntControl={huntControl}
            files={openAny}
            onOpen={control.openAddress}
            ownHunts={ownHunts}
          />
        )}
        {isDraggedOver && <DropOverlay />}
        <RequestsDialog />
        <PackDialog />
      </div>
    </TimeZoneContext>
  );
}

function KeptList({ onOpen }: { readonly onOpen: DatasetControl['openAddress'] }) {
  const zone = useTimeZone();
  const isLasting = useKeptIsLasting();
  const datasets = useKeptFiles().map(
    ({ id, sha256, url, name, bytes, fileNames, keptAt }): ShownDataset => ({
      id,
      name,
      bytes,
      fileCount: fileNames.length,
      kept: minuteText(keptAt, zone),
      address: url === null ? { kind: 'upload', sha256, name } : { kind: 'link', url },
    }),
  );
  return (
    <KeptDatasets
      datasets={datasets}
      isLasting={isLasting}
      onOpen={onOpen}
      onRemove={(id) => void keptFiles.remove(id)}
      onRemoveAll={() => void keptFiles.removeAll()}
    />
  );
}

/** The hunt documents that this browser keeps, as they are listed. */
function useOwnHunts(): readonly ShownHunt[] {
  const kept = useKeptHunts();
  return useMemo(
    () => kept.map(({ sha256, name, title }) => ({ title, name, address: { kind: 'upload', sha256, name }, onRemove: () => void keptHunts.remove(sha256) })),
    [kept],
  );
}

interface LazyWorkbenchProps extends Omit<WorkbenchProps, 'dataset' | 'hunt' | 'anotherHunt'> {
  readonly opening: number | null;
  readonly dataset: OpenDataset | null;
  readonly huntControl: HuntControl;
  readonly ownHunts: readonly ShownHunt[];
}

/** Mounted while the dataset is still being read, so that the workbench's script is on its way by then and the hunt is asked for. */
function LazyWorkbench({ opening, dataset, huntControl, ownHunts, ...rest }: LazyWorkbenchProps) {
  const workbench = useLazy(loadWorkbench);
  const picker = useLazy(loadPicker);
  const hunt = useHunt(rest.engine, opening, huntControl);
  if (dataset === null) return null;
  if (!workbench) return <WorkbenchSkeleton />;
  const current = rest.view.hunt ?? { kind: 'shipped' as const, id: shippedHunts[0].id };
  const anotherHunt = picker && <picker.HuntPicker current={current} kept={ownHunts} onChoose={huntControl.choose} onOpen={rest.onOpen} onFiles={rest.files} />;
  return <workbench.Workbench dataset={dataset} hunt={hunt} anotherHunt={anotherHunt} {...rest} />;
}
