import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { HuntRun } from '@/lib/engine/engine';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { DatasetAddress, HuntAddress, Section, ViewState } from '@/lib/url/view-state';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/button';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Markdown } from '@/components/ui/markdown';
import { AnalyticList, withoutNumber } from './analytic-list';
import { HuntDatasets } from './hunt-datasets';
import type { OpenHunt } from './hunt-opener';
import { HuntOrigin } from './hunt-origin';
import { HuntProblems } from './hunt-problems';
import { useHostsWithoutHit } from './hosts-without-hit';
import { HuntProse } from './hunt-prose';
import { verdictSign } from './shown-verdict';
import { querySectionView } from './query/use-query-section';
import { LeaveLesson } from './lesson/leave-lesson';
import type { ViewNavigation } from './use-view-state';

interface HuntRailProps {
  readonly run: HuntRun;
  readonly document: OpenHunt;
  /** Opens a dataset that the hunt names. */
  readonly onOpen: (dataset: DatasetAddress, hunt: HuntAddress) => void;
  /** The button for another hunt. */
  readonly anotherHunt: ReactNode;
  /** The button for a hunt of the viewer's own. */
  readonly newHunt: ReactNode;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  /** The analytic on screen; null in another section. */
  readonly current: string | null;
  readonly hasLesson: boolean;
  /** A lesson keeps back analytics that it has not reached. */
  readonly isHiding: boolean;
}

/** Beside what it leads to; on narrow screens a bar over it, whose words about the hunt are folded away. */
export function HuntRail({ run, document, onOpen, anotherHunt, newHunt, view, go, current, hasLesson, isHiding }: HuntRailProps) {
  const hostsOf = useHostsWithoutHit();
  const [isUnfolded, setUnfolded] = useState(false);
  const hypothesis = run.sections.find(({ heading }) => /hypothesis/i.test(heading));
  return (
    <nav aria-label="Hunt" className="flex flex-col gap-1 pt-1 lg:gap-3 lg:py-3">
      <header className="flex flex-col gap-2 px-3">
        <div className="flex items-center justify-between gap-2">
          <div className="min-w-0">
            <h2 className="text-lg font-semibold tracking-tight max-lg:truncate">{document.file.title || document.file.name}</h2>
            <p className={classNames('text-xs text-ink-2', !isUnfolded && 'max-lg:hidden')}>
              <HuntOrigin address={document.address} />
            </p>
          </div>
          <IconButton label="About the hunt" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)} className="lg:hidden">
            <ChevronDownIcon className={isUnfolded ? 'rotate-180' : ''} />
          </IconButton>
        </div>
        <div className={classNames('flex flex-col gap-2', isUnfolded ? 'max-lg:pb-2' : 'max-lg:hidden')}>
          {hypothesis && <Markdown text={hypothesis.markdown} className="text-sm text-ink-2" />}
          <div className="flex flex-wrap gap-2">
            <HuntProse title={document.file.title || document.file.name} sections={run.sections}>
              {document.file.datasets.length > 0 && <HuntDatasets hunt={document} onOpen={onOpen} />}
            </HuntProse>
            {anotherHunt}
            {newHunt}
          </div>
        </div>
      </header>
      <HuntProblems problems={document.file.problems} className="px-3" />
      <div className="hidden lg:block">
        <h3 className="label px-3 pb-1">Analytics</h3>
        <AnalyticList
          analytics={run.analytics}
          current={current}
          hrefOf={(id) => `#${encodeViewState({ ...view, ...analyticView(id) })}`}
          onOpen={(id) => go(analyticView(id))}
        />
        {isHiding && <p className="px-3 pt-1 text-xs text-ink-2">{run.analytics.length === 0 ? 'Analytics open' : 'The others open'} as the lesson reaches them.</p>}
        {isHiding && view.section !== 'lesson' && (
          <p className="px-3 pt-1.5">
            <LeaveLesson hunt={run.id} />
          </p>
        )}
      </div>
      <div className="flex items-center gap-2 px-3 lg:hidden">
        <label className="label" htmlFor="analytic">
          Analytic
        </label>
        <select
          id="analytic"
          value={current ?? ''}
          onChange={(event) => go(analyticView(event.target.value))}
          className="h-8 min-w-0 grow rounded border border-edge bg-surface px-2 text-sm pointer-coarse:h-10"
        >
          {current === null && <option value="">Choose an analytic</option>}
          {run.analytics.map((analytic) => (
            <option key={analytic.id} value={analytic.id}>
              {analytic.id} · {withoutNumber(analytic)} · {analytic.readings.map((reading) => verdictSign(reading, hostsOf(analytic.id, reading.kind)?.counts ?? null)).join(' / ')}
            </option>
          ))}
        </select>
      </div>
      <Sections section={view.section}>
        {hasLesson && (
          <SectionLink section="lesson" view={view} go={go} className={isHiding ? 'lg:mb-3' : ''}>
            Lesson
          </SectionLink>
        )}
        {!isHiding && (
          <SectionLink section="edit" view={view} go={go} className="max-lg:order-last lg:mb-3">
            Edit hunt
          </SectionLink>
        )}
        <h3 className="label px-3 pb-1 max-lg:sr-only">Dataset</h3>
        <SectionLink section="events" view={view} go={go}>
          Events
        </SectionLink>
        <SectionLink section="sessions" view={view} go={go}>
          Logon sessions
        </SectionLink>
        <SectionLink section="graph" view={view} go={go}>
          Graph
        </SectionLink>
        <SectionLink section="baseline" view={view} go={go}>
          Baseline
        </SectionLink>
        <SectionLink section="query" view={view} go={go}>
          Query
        </SectionLink>
        <SectionLink section="truth" view={view} go={go}>
          Ground truth
        </SectionLink>
        <SectionLink section="story" view={view} go={go}>
          Story
        </SectionLink>
        <SectionLink section="report" view={view} go={go}>
          Import report
        </SectionLink>
      </Sections>
    </nav>
  );
}

/** On narrow screens a strip that scrolls to the side, the current one in view. */
function Sections({ section, children }: { readonly section: Section; readonly children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (strip.current && current) strip.current.scrollLeft = current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2;
  }, [section]);
  return (
    <div ref={strip} className="relative flex max-lg:overflow-x-auto max-lg:px-1 max-lg:[scrollbar-width:none] lg:flex-col">
      {children}
    </div>
  );
}

interface SectionLinkProps extends Pick<HuntRailProps, 'view' | 'go'> {
  readonly section: Section;
  readonly className?: string;
  readonly children: ReactNode;
}

function SectionLink({ section, view, go, className, children }: SectionLinkProps) {
  const change = { ...ELSEWHERE, ...(section === 'query' ? querySectionView() : { section }) };
  const isCurrent = view.section === section;
  return (
    <a
      href={`#${encodeViewState({ ...view, ...change })}`}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(change);
      }}
      className={classNames(
        'focus-inset flex shrink-0 items-center text-sm max-lg:h-10 max-lg:whitespace-nowrap max-lg:border-b-2 max-lg:px-2.5 pointer-coarse:max-lg:h-11 lg:border-l-2 lg:py-1.5 lg:pl-2.5 lg:pr-3',
        isCurrent ? 'border-accent font-medium max-lg:text-accent lg:bg-selected' : 'border-transparent hover:bg-sunken',
        className,
      )}
    >
      {children}
    </a>
  );
}

/** What was open belongs to the view that is left. */
const ELSEWHERE = { row: [], event: null, session: null, sessionsFilter: { host: null, user: null } } as const satisfies Partial<ViewState>;

function analyticView(id: string): Partial<ViewState> {
  return { ...ELSEWHERE, section: 'analytics', analytic: id };
}
