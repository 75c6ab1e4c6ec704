import type { DatasetSummary, Engine, HuntRun } from '@/lib/engine/engine';
import type { ExportFormat } from '@/lib/engine/export-shapes';
import { isFiltered, noFilter } from '@/lib/url/event-filter';
import type { Section, ViewState } from '@/lib/url/view-state';
import { trackBusy } from '@/components/ui/busy';
import { saveFile } from '@/components/ui/save-file';
import { withoutNumber } from '@/components/workbench/analytic-list';
import { currentReading } from '@/components/workbench/current-reading';
import { closed, openLayers } from '@/components/workbench/drill-down/layers';
import { eventChoices, HUNT_FILES, rowChoices, ruleChoices, type ExportChoice } from '@/components/workbench/exports/export-choices';
import { graphOfOpen } from '@/components/workbench/graph/graph-of-open';
import { makePack } from '@/components/workbench/pack/open-pack';
import { pseudonymsOpen } from '@/components/workbench/pseudonyms/pseudonyms-open';
import { querySectionView } from '@/components/workbench/query/use-query-section';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { shownRows } from '@/components/workbench/tables/shown-table';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { Command } from './commands';

interface WorkbenchPlace {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly run: HuntRun;
  readonly hasLesson: boolean;
  /** A lesson keeps back analytics that it has not reached, and what tells of the whole hunt. */
  readonly isHiding: boolean;
  readonly hosts: DatasetSummary['hosts'];
  /** The analytic on screen; null in another section. */
  readonly analytic: string | null;
}

const SECTIONS: readonly (readonly [Exclude<Section, 'analytics' | 'query' | 'lesson'>, string])[] = [
  ['events', 'Events'],
  ['sessions', 'Logon sessions'],
  ['graph', 'Graph'],
  ['baseline', 'Baseline'],
  ['truth', 'Ground truth'],
  ['story', 'Story'],
  ['edit', 'Edit hunt'],
  ['report', 'Import report'],
];
/** More are found in the list of sessions, or by narrowing it to a host. */
const MOST_HOSTS = 200;
const MOST_SESSIONS = 200;
const NOWHERE = { ...closed, sessionsFilter: { host: null, user: null } } as const satisfies Partial<ViewState>;

/** Every view of the hunt and the dataset at work. */
export async function workbenchCommands({ engine, view, go, run, hasLesson, isHiding, hosts, analytic }: WorkbenchPlace): Promise<readonly Command[]> {
  const graph = await graphOfOpen(engine, view).catch(() => null);
  const views: Command[] = [
    ...SECTIONS.filter(([section]) => !isHiding || (section !== 'edit' && section !== 'truth')).map(([section, name]): Command => ({ group: 'Views', id: section, name, run: () => go({ ...NOWHERE, section }) })),
    ...(hasLesson ? [{ group: 'Views', id: 'lesson', name: 'Lesson', words: ['teach', 'learn'], run: () => go({ ...NOWHERE, section: 'lesson' }) } as const] : []),
    ...(graph ? [{ group: 'Views', id: 'graph of', name: 'Graph of what is open', run: () => go(graph) } as const] : []),
    { group: 'Views', id: 'query', name: 'Query', words: ['sql', 'pandas'], run: () => go({ ...NOWHERE, ...querySectionView() }) },
    ...(isFiltered(view.filters) ? [{ group: 'Views', id: 'unfiltered', name: 'Clear the filters', run: () => go({ filters: noFilter }) } as const] : []),
    { group: 'Views', id: 'back', name: 'Back', run: () => history.back() },
    ...(openLayers(view).length > 0 ? [{ group: 'Views', id: 'panel', name: 'Close the panel', run: () => go(closed) } as const] : []),
  ];
  const analytics = run.analytics.flatMap((each): Command[] => [
    { group: 'Analytics', id: each.id, name: `${each.id} · ${withoutNumber(each)}`, run: () => go({ ...NOWHERE, section: 'analytics', analytic: each.id }) },
    ...each.readings.map(({ kind }): Command => ({ group: 'Analytics', id: `${each.id} ${kind}`, name: `${each.id} · ${READING_NAMES[kind]}`, run: () => go({ ...NOWHERE, section: 'analytics', analytic: each.id, reading: kind }) })),
  ]);
  const exports: Command[] = [
    ...(isHiding ? [] : huntCommands(engine, analytic)),
    ...recordCommands({ engine, view, run, analytic }),
  ];
  const hostCommands = hosts.slice(0, MOST_HOSTS).map(
    ({ value }): Command => ({ group: 'Hosts', id: value, name: `Sessions on ${value}`, run: () => go({ ...closed, section: 'sessions', sessionsFilter: { host: value, user: null } }) }),
  );
  const sessions = (await engine.sessions({})).filter(({ wellKnown }) => wellKnown === null).slice(0, MOST_SESSIONS);
  const sessionCommands = sessions.map(
    ({ host, logonId, boot, account }): Command => ({ group: 'Sessions', id: `${logonId} ${boot} ${host}`, name: `${account ?? 'Unknown account'} on ${host} · ${logonId}`, run: () => go({ ...closed, session: { host, logonId, boot } }) }),
  );
  return [...views, ...analytics, ...exports, ...hostCommands, ...sessionCommands];
}

/** What tells of the whole hunt, or of all readings of the analytic on screen. */
function huntCommands(engine: Engine, analytic: string | null): Command[] {
  return [
    { group: 'Export', id: 'pack', name: 'Evidence pack…', words: ['share', 'zip', 'report', 'download'], run: () => makePack(analytic) },
    ...HUNT_FILES.flatMap(({ format, name, ofAnalytic }) => [
      ...(analytic === null || !ofAnalytic ? [] : [exported(engine, format, analytic, `Analytic ${analytic}: ${name}`)]),
      exported(engine, format, null, `The whole hunt: ${name}`),
    ]),
    { group: 'Export', id: 'pseudonyms', name: 'Pseudonyms…', words: ['share', 'anonymise', 'replace', 'names', 'privacy'], run: () => pseudonymsOpen.set(true) },
  ];
}

/** Rows and rules of the reading on screen, or the events of the section Events. */
function recordCommands({ engine, view, run, analytic }: Pick<WorkbenchPlace, 'engine' | 'view' | 'run' | 'analytic'>): Command[] {
  const command = ({ name, run: start }: ExportChoice): Command => ({ group: 'Export', id: name, name, words: ['download', 'save'], run: start });
  if (view.section === 'events') {
    return eventChoices(engine, { filter: view.filters, ...view.eventList }).map(command);
  }
  const current = analytic === null ? null : currentReading(run, view);
  if (current === null) return [];
  const reading = { analytic: current.analytic.id, reading: current.reading.kind };
  return [...(current.reading.rowCount > 0 ? rowChoices(engine, shownRows(view, reading, current.reading.columns)) : []), ...(current.reading.error === null ? ruleChoices(engine, reading) : [])].map(command);
}

function exported(engine: Engine, format: ExportFormat, analytic: string | null, name: string): Command {
  const save = async () => {
    const file = await engine.exportHunt({ format, analytic });
    saveFile(file.name, file.type, file.text);
  };
  // Where it fails the menu beside the analytic says why.
  return { group: 'Export', id: `${format} ${analytic ?? ''}`, name, words: ['spark', 'download'], run: () => void trackBusy(save().catch(() => undefined)) };
}
