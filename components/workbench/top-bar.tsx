import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { CloseIcon, OpenIcon } from '@/components/ui/icons';
import { useLazy } from '@/components/ui/use-lazy';
import type { Engine } from '@/lib/engine/engine';
import type { OpenDataset } from './dataset-opener';
import { DatasetFacts } from './dataset-facts';
import { FileButton } from './file-button';
import { ReproducedMark } from './share/reproduced-mark';
import { SharePopover } from './share-popover';
import { ThemeSwitch } from './theme-switch';
import { UTC } from '@/lib/base/time-zone';
import { DeviceCopy } from './device-copy';
import { TimeZoneField } from './time-zone-field';
import { useCallback } from 'react';
import { CommandPalette } from './palette/command-palette';
import { useCommands } from './palette/commands';
import { noFilter } from '@/lib/url/event-filter';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { closed } from './drill-down/layers';
import type { DatasetControl } from './use-dataset';
import type { SizeControl } from './use-size';
import type { FilesControl } from './use-open-files';
import type { ViewNavigation } from './use-view-state';

const loadPivots = () => import('./pivots/placed-pivot-menu');

interface TopBarProps {
  /** Null until it is there. */
  readonly engine: Engine | null;
  readonly navigation: ViewNavigation;
  readonly sizeControl: SizeControl;
  readonly control: DatasetControl;
  readonly onFiles: FilesControl['openFiles'];
  /** Null while none is open. */
  readonly open: OpenDataset | null;
}

export function TopBar({ engine, navigation, sizeControl, control, onFiles, open }: TopBarProps) {
  const { adjust } = navigation;
  const { setSize } = sizeControl;
  const { openAddress, close } = control;
  const isOpen = open !== null;
  // Beside the mark of a shared link the words would take a second line.
  const withMark = navigation.view?.made ? 'max-[105rem]:sr-only' : undefined;
  useCommands(
    'page',
    useCallback(async () => (await import('./palette/page-commands')).pageCommands({ adjust, setSize, onFiles, control: { openAddress, close }, isOpen }), [adjust, setSize, onFiles, openAddress, close, isOpen]),
  );
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line bg-surface px-3 py-1">
      <a
        href="#"
        onClick={(event) => {
          event.preventDefault();
          control.close();
        }}
        className="relative flex items-center gap-2 rounded text-sm font-semibold tracking-tight pointer-coarse:min-h-10"
      >
        <Mark />
        <span className={open ? 'max-sm:sr-only' : undefined}>Huntbook</span>
      </a>
      {open && (
        <>
          <span aria-hidden="true" className="h-4 w-px bg-line max-sm:hidden" />
          {/* Gives way to everything else before that takes a second line. */}
          <div className="min-w-0 max-w-max flex-1 basis-[14ch] font-mono text-xs max-lg:basis-0">
            <h1 className="max-w-[40ch] truncate" title={open.summary.name}>
              {open.summary.name}
            </h1>
          </div>
          <DatasetFacts
            summary={open.summary}
            onMembers={(members) => navigation.go({ ...closed, members })}
            onValue={(field, value) => navigation.go({ ...closed, section: 'events', filters: { ...noFilter, fields: [{ field, value, exclude: false }] } })}
            pivot={(field, value, close) => <LazyPivot engine={engine} navigation={navigation} clock={open.summary.time} field={field} value={value} close={close} />}
            reportLink={<ReportLink navigation={navigation} />}
          />
        </>
      )}
      {open !== null && open.keptAt !== null && <DeviceCopy keptAt={open.keptAt} onFetchAgain={control.fetchAgain} />}
      <div className="ml-auto flex items-center gap-1">
        {open && (
          <>
            {/* On a phone, Close leads to where another is opened. */}
            <span className="max-sm:hidden">
              <FileButton onFiles={onFiles} look="quiet">
                <OpenIcon />
                <span className={withMark}>Open another</span>
              </FileButton>
            </span>
            <Button look="quiet" onClick={control.close}>
              <CloseIcon />
              <span className={classNames('max-sm:sr-only', withMark)}>Close</span>
            </Button>
            <ReproducedMark view={navigation.view} go={navigation.go} />
            <SharePopover />
          </>
        )}
        <CommandPalette />
        <TimeZoneField zone={navigation.view?.zone ?? UTC} onChange={(zone) => navigation.adjust({ zone })} />
        <ThemeSwitch theme={navigation.view?.theme ?? null} onChange={(theme) => navigation.adjust({ theme })} {...sizeControl} />
      </div>
    </header>
  );
}

interface LazyPivotProps extends Pick<TopBarProps, 'engine' | 'navigation'> {
  readonly clock: OpenDataset['summary']['time'];
  readonly field: string;
  readonly value: string;
  readonly close: () => void;
}

/** The place of the menu's button is there before its script is. */
function LazyPivot({ engine, navigation: { view, go }, clock, field, value, close }: LazyPivotProps) {
  const script = useLazy(loadPivots);
  const leave: ViewNavigation['go'] = (change) => {
    close();
    go(change);
  };
  return <span className="flex h-4 w-6 items-center">{script && engine && view && <script.PlacedPivotMenu engine={engine} view={view} go={leave} clock={clock} field={field} value={value} />}</span>;
}

function ReportLink({ navigation: { view, go } }: Pick<TopBarProps, 'navigation'>) {
  if (!view) return null;
  const change = { ...closed, section: 'report' } as const;
  return (
    <a
      href={`#${encodeViewState({ ...view, ...change })}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(change);
      }}
      className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      How it was read
    </a>
  );
}

/** The same sign as `public/icon.svg`. */
function Mark() {
  return (
    <svg width="1.125rem" height="1.125rem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M9 7v18M23 7v18M9 16h14" stroke="var(--accent-ink)" strokeWidth="4" strokeLinecap="round" fill="none" />
    </svg>
  );
}
