import { assertNever } from '@/lib/base/assert-never';
import { wellKnownSession } from '@/lib/base/well-known-session';
import type { Process } from '@/lib/sessions/process';
import type { GraphNode, GraphTarget } from './graph-shapes';
import type { GraphThing } from './graph-things';
import type { OpenTable } from './open-table';

/** How a thing is drawn. */
export function graphNode(open: OpenTable, thing: GraphThing, { by, isOpened, hidden }: Pick<GraphNode, 'by' | 'isOpened' | 'hidden'>): GraphNode {
  return { type: 'node', id: thing.id, by, isOpened, hidden, ...faceOf(open, thing) };
}

type Face = Pick<GraphNode, 'kind' | 'label' | 'title' | 'detail' | 'host' | 'opens' | 'pivot'>;

function faceOf(open: OpenTable, thing: GraphThing): Face {
  switch (thing.kind) {
    case 'host':
      return { kind: 'host', label: shortHost(thing.host), title: thing.host, detail: '', host: null, opens: { kind: 'host', host: thing.host }, pivot: { field: 'Hostname', value: thing.host } };
    case 'address':
      return { kind: 'host', label: thing.address, title: thing.address, detail: 'no events of it here', host: null, opens: null, pivot: { field: null, value: thing.address } };
    case 'session':
      return sessionFace(open, thing.key);
    case 'process': {
      const { process } = thing;
      const event = process.starts[0] ?? process.rows[0] ?? process.named;
      return {
        kind: 'process',
        label: process.image === null ? 'unnamed process' : lastPart(process.image),
        title: process.commandLine ?? process.image ?? 'A process that no event names',
        detail: process.pid === null ? '' : `PID ${process.pid}`,
        host: process.host,
        opens: eventTarget(open, event),
        pivot: processPivot(open, process),
      };
    }
    case 'file': {
      const { file } = thing;
      const event = file.mentions.at(0)?.row ?? file.processes[0].starts.at(0) ?? file.processes[0].named;
      return { kind: 'file', label: lastPart(file.path), title: file.path, detail: file.path.slice(0, Math.max(0, file.path.lastIndexOf('\\'))), host: file.host, opens: eventTarget(open, event), pivot: { field: null, value: file.path } };
    }
    default:
      return assertNever(thing);
  }
}

function sessionFace(open: OpenTable, key: Extract<GraphThing, { kind: 'session' }>['key']): Face {
  const { host, logonId, boot } = key;
  const service = wellKnownSession(logonId);
  const session = service === null ? open.sessions.session(key) : null;
  const label = service ?? session?.account ?? 'Unknown account';
  return {
    kind: 'session',
    label,
    title: `Session ${logonId} of ${label} on ${host}`,
    detail: [service === null ? (session?.logonType ?? null) : 'service session', logonId].filter((part) => part !== null).join(' · '),
    host,
    opens: { kind: 'session', session: { host, logonId, boot } },
    pivot: { field: 'SubjectLogonId', value: logonId },
  };
}

/** By its GUID, as its events write it; a number is used again, so that without one its image is looked for. */
function processPivot({ columns }: OpenTable, { guid, rows, image }: Process): GraphNode['pivot'] {
  if (guid !== null) {
    for (const row of rows) {
      const written = columns.text('ProcessGuid', row);
      if (written !== null) return { field: 'ProcessGuid', value: written };
    }
  }
  return image === null ? null : { field: null, value: image };
}

function eventTarget(open: OpenTable, row: Parameters<OpenTable['ref']>[0]): GraphTarget {
  return { kind: 'event', event: open.ref(row) };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** The first label; an address whole. */
function shortHost(host: string): string {
  return /^[\d.:]+$/.test(host) ? host : host.split('.')[0];
}
