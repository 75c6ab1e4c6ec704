'use client';

import { useEffect } from 'react';
import { DropOverlay } from '@/components/home/drop-overlay';
import { Home } from '@/components/home/home';
import { shippedHunts } from '@/components/home/hunt-list';
import { KeptDatasets, type ShownDataset } from '@/components/home/kept-datasets';
import { useLazy } from '@/components/ui/use-lazy';
import type { OpenDataset } from '@/components/workbench/dataset-opener';
import { EngineNotice } from '@/components/workbench/engine-notice';
import { OpeningFailure } from '@/components/workbench/opening-failure';
import { OpeningScreen } from '@/components/workbench/opening-screen';
import { pageTitle } from '@/components/workbench/page-title';
import { minuteText } from '@/components/workbench/time-range-text';
import { TimeZoneContext, useTimeZone } from '@/components/workbench/time-zone-context';
import { TopBar } from '@/components/workbench/top-bar';
import { useDataset, type DatasetControl } from '@/components/workbench/use-dataset';
import { useEngine } from '@/components/workbench/use-engine';
import { useHunt, usePreparedHunt } from '@/components/workbench/use-hunt';
import { useFileDrop } from '@/components/workbench/use-file-drop';
import { keptFiles, useKeptFiles } from '@/components/workbench/use-kept-files';
import { useTheme } from '@/components/workbench/use-theme';
import { useViewState } from '@/components/workbench/use-view-state';
import { ViewNotices } from '@/components/workbench/view-notices';
import type { WorkbenchProps } from '@/components/workbench/workbench';
import { WorkbenchSkeleton } from '@/components/workbench/workbench-skeleton';

const loadWorkbench = () => import('@/components/workbench/workbench');

/** The whole page: home without a dataset, the workbench with one. */
export function Huntbook() {
  const navigation = useViewState();
  const { engine, health, restarts } = useEngine();
  const control = useDataset(engine, navigation);
  const isDraggedOver = useFileDrop(control.openFiles);
  const { view, notices, go } = navigation;
  const { dataset } = control;
  useTheme(view?.theme ?? null);

  const huntId = view && (view.hunt ?? shippedHunts[0].id);
  usePreparedHunt(engine, huntId);

  const title = pageTitle(dataset, view);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isHome = dataset.kind === 'none' || dataset.kind === 'wanted' || dataset.kind === 'failed';
  return (
    <TimeZoneContext value={view?.zone ?? 'UTC'}>
      <div className="flex min-h-full flex-col lg:h-full lg:overflow-clip">
        <TopBar navigation={navigation} control={control} open={dataset.kind === 'open' ? dataset : null} />
        <ViewNotices notices={notices} insteadOf={dataset.kind === 'open' ? dataset.insteadOf : null} notKept={dataset.kind === 'open' ? dataset.notKept : null} />
        <EngineNotice health={health} />
        {isHome && (
          <main className="grow overflow-y-auto">
            <Home
              onFiles={control.openFiles}
              onOpen={control.openAddress}
              wanted={dataset.kind === 'wanted' ? dataset : null}
              catalogue={view && view.catalogue}
              onCatalogue={(catalogue) => navigation.adjust({ catalogue })}
              kept={<KeptList onOpen={control.openAddress} />}
            >
              {dataset.kind === 'failed' && <OpeningFailure failed={dataset} onRetry={control.retry} onRaiseLimit={control.raiseLimit} onOpenWhole={control.openWhole} onLeave={control.leave} />}
            </Home>
          </main>
        )}
        {dataset.kind === 'opening' && <OpeningScreen name={dataset.name} progress={dataset.progress} maxBytes={dataset.maxBytes} onCancel={control.leave} />}
        {(dataset.kind === 'opening' || dataset.kind === 'open') && engine && view && huntId !== null && (
          <LazyWorkbench
            key={restarts}
            engine={engine}
            opening={dataset.opening}
            dataset={dataset.kind === 'open' ? dataset : null}
            view={view}
            go={go}
            huntId={huntId}
          />
        )}
        {isDraggedOver && <DropOverlay />}
      </div>
    </TimeZoneContext>
  );
}

function KeptList({ onOpen }: { readonly onOpen: DatasetControl['openAddress'] }) {
  const zone = useTimeZone();
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
      onOpen={onOpen}
      onRemove={(id) => void keptFiles.remove(id)}
      onRemoveAll={() => void keptFiles.removeAll()}
    />
  );
}

interface LazyWorkbenchProps extends Omit<WorkbenchProps, 'dataset' | 'hunt'> {
  readonly opening: number | null;
  readonly dataset: OpenDataset | null;
  readonly huntId: string;
}

/** Mounted while the dataset is still being read, so that the workbench's script is on its way by then and the hunt is asked for. */
function LazyWorkbench({ opening, dataset, huntId, ...rest }: LazyWorkbenchProps) {
  const workbench = useLazy(loadWorkbench);
  const hunt = useHunt(rest.engine, opening, huntId);
  if (dataset === null) return null;
  return workbench ? <workbench.Workbench dataset={dataset} hunt={hunt} {...rest} /> : <WorkbenchSkeleton />;
}
