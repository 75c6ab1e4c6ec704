import type { Process } from '@/lib/sessions/process';
import { processesOf } from '@/lib/sessions/processes';
import { rowHosts } from '@/lib/sessions/row-hosts';
import type { ProcessTreeRequest, ProcessTreeView, ProcessView } from './across-shapes';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/** More are counted. */
const SHOWN = 300;

/** Null for an event of no process. @throws UserError 'not-found' */
export function processTreeView(open: OpenTable, { event, around }: ProcessTreeRequest): ProcessTreeView | null {
  const row = open.rowOf(event);
  const { all, ofEvent } = processesOf(open.table);
  const asked = ofEvent(row);
  const { hosts, hostOf } = rowHosts(open.columns);
  const host = hosts.names[hostOf(row)];
  if (around === 'host') {
    const ofHost = all.filter((process) => process.host === host);
    const roots = ofHost.filter(({ parent }) => parent === null).sort(byStart);
    return tree(host, roots, asked);
  }
  if (!asked) return null;
  const ancestors: Process[] = [];
  for (let { parent } = asked; parent !== null && !ancestors.includes(parent); { parent } = parent) ancestors.unshift(parent);
  const above = ancestors.map((process, depth) => view(process, depth));
  const below = tree(host, [asked], asked, ancestors.length);
  return { host, processes: [...above, ...below.processes], total: above.length + below.total };

  function tree(of: string, roots: readonly Process[], marked: Process | null, depth = 0): ProcessTreeView {
    const processes: ProcessView[] = [];
    const seen = new Set<Process>();
    const pending = [...roots].reverse().map((process) => ({ process, depth }));
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (seen.has(next.process)) continue;
      seen.add(next.process);
      // What leads to it counts too.
      if (processes.length < SHOWN - depth) processes.push(view(next.process, next.depth, next.process === marked));
      for (const child of [...next.process.children].reverse()) pending.push({ process: child, depth: next.depth + 1 });
    }
    return { host: of, processes, total: seen.size };
  }

  function view(process: Process, depth: number, isAsked = false): ProcessView {
    const [start] = process.starts;
    const end = process.ends.at(0);
    return {
      depth,
      isAsked,
      name: processName(process),
      image: process.image,
      commandLine: process.commandLine,
      user: process.user,
      pid: process.pid,
      guid: process.guid,
      start: process.startMillis,
      startBy: process.startMillis === null ? null : start === undefined ? 'guid' : 'event',
      end: end === undefined ? null : open.millis(end),
      parentBy: process.parentBy,
      events: process.rows.length,
      children: process.children.length,
      event: eventSummary(open, start ?? process.named),
    };
  }
}

/** 'cmd.exe' */
function processName({ image }: Process): string | null {
  return image === null ? null : image.slice(image.lastIndexOf('\\') + 1);
}

function byStart(a: Process, b: Process): number {
  return (a.startMillis ?? -Infinity) === (b.startMillis ?? -Infinity) ? a.named - b.named : (a.startMillis ?? -Infinity) - (b.startMillis ?? -Infinity);
}
