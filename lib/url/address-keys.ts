import { isTimeZone, UTC } from '@/lib/base/time-zone';
import type { AddressKey } from './address-key';
import { baselineKeys } from './baseline-keys';
import { catalogueKeys } from './catalogue-keys';
import { readDataset, writeDataset } from './dataset-address';
import { eventListKeys } from './event-list-keys';
import { funnelKey } from './funnel-key';
import { graphKeys } from './graph-keys';
import { readHunt, writeHunt } from './hunt-address';
import { lessonKeys } from './lesson-keys';
import { readPlaces, writePlaces } from './member-places';
import { resultClaimKey } from './result-claim-key';
import { queryKeys } from './query-keys';
import { tableKeys } from './table-keys';
import { readEventRef, readEventRefs, writeEventRef, writeEventRefs } from './event-refs';
import { timelineKeys } from './timeline-keys';
import type { ReadingKind, SessionKey } from '@/lib/engine/engine';

/** Longest host or account name that is taken from an address; Windows allows 255 for a DNS name. */
const LONGEST_NAME = 255;

export const addressKeys: readonly AddressKey[] = [
  {
    key: 'dataset',
    names: 'the dataset',
    tellsData: false,
    write: (state) => state.dataset && writeDataset(state.dataset),
    read: (text, state) => {
      const dataset = readDataset(text);
      return dataset && { ...state, dataset };
    },
  },
  {
    key: 'members',
    names: 'the files to read',
    tellsData: false,
    write: (state) => state.members && writePlaces(state.members),
    read: (text, state) => {
      const members = readPlaces(text);
      return members && { ...state, members };
    },
  },
  {
    key: 'hunt',
    names: 'the hunt',
    tellsData: false,
    write: (state) => state.hunt && writeHunt(state.hunt),
    read: (text, state) => {
      const hunt = readHunt(text);
      return hunt && { ...state, hunt };
    },
  },
  {
    key: 'view',
    names: 'the section',
    tellsData: false,
    write: (state) => (state.section === 'analytics' ? null : state.section),
    read: (text, state) => (text === 'sessions' || text === 'lesson' || text === 'edit' || text === 'analytics' || text === 'report' || text === 'query' || text === 'story' || text === 'events' || text === 'graph' || text === 'baseline' || text === 'truth' ? { ...state, section: text } : null),
  },
  {
    key: 'analytic',
    names: 'the analytic',
    tellsData: false,
    write: (state) => state.analytic,
    read: (text, state) => (/^[A-Za-z0-9-]{1,20}$/.test(text) ? { ...state, analytic: text } : null),
  },
  {
    key: 'reading',
    names: 'the reading',
    tellsData: false,
    write: (state) => state.reading,
    read: (text, state) => {
      const reading = readingKind(text);
      return reading && { ...state, reading };
    },
  },
  {
    key: 'differences',
    names: 'the readings compared',
    tellsData: false,
    write: ({ section, differences }) => (section === 'analytics' && differences ? `${differences.left}-${differences.right}` : null),
    read: (text, state) => {
      const [left, right, ...more] = text.split('-').map(readingKind);
      return left && right && left !== right && more.length === 0 ? { ...state, differences: { left, right } } : null;
    },
  },
  {
    key: 'row',
    names: 'the result row',
    tellsData: false,
    write: (state) => writeEventRefs(state.row),
    read: (text, state) => {
      const row = readEventRefs(text);
      return row && { ...state, row };
    },
  },
  funnelKey,
  {
    key: 'event',
    names: 'the event',
    tellsData: false,
    write: (state) => state.event && writeEventRef(state.event),
    read: (text, state) => {
      const event = readEventRef(text);
      return event && { ...state, event };
    },
  },
  {
    key: 'unfold',
    names: 'what is unfolded',
    tellsData: false,
    write: (state) => state.event && state.unfolded,
    read: (text, state) => (text === 'process' ? { ...state, unfolded: text } : null),
  },
  {
    key: 'session',
    names: 'the session',
    tellsData: true,
    write: (state) => state.session && writeSession(state.session),
    read: (text, state) => {
      const session = readSession(text);
      return session && { ...state, session };
    },
  },
  {
    key: 'host',
    names: 'the host',
    tellsData: true,
    write: (state) => state.sessionsFilter.host,
    read: (text, state) => (isName(text) ? { ...state, sessionsFilter: { ...state.sessionsFilter, host: text } } : null),
  },
  {
    key: 'user',
    names: 'the user',
    tellsData: true,
    write: (state) => state.sessionsFilter.user,
    read: (text, state) => (isName(text) ? { ...state, sessionsFilter: { ...state.sessionsFilter, user: text } } : null),
  },
  {
    key: 'theme',
    names: 'the theme',
    tellsData: false,
    write: (state) => state.theme,
    read: (text, state) => (text === 'light' || text === 'dark' ? { ...state, theme: text } : null),
  },
  {
    key: 'size',
    names: 'the size',
    tellsData: false,
    write: (state) => state.size,
    read: (text, state) => (text === 'large' ? { ...state, size: text } : null),
  },
  {
    key: 'zone',
    names: 'the time zone',
    tellsData: false,
    write: (state) => (state.zone === UTC ? null : state.zone),
    read: (text, state) => (isTimeZone(text) ? { ...state, zone: text } : null),
  },
  ...eventListKeys,
  ...timelineKeys,
  ...graphKeys,
  ...queryKeys,
  ...lessonKeys,
  ...baselineKeys,
  ...tableKeys,
  ...catalogueKeys,
  resultClaimKey,
];

/** '0x4e13b2e@WORKSTATION6', after a restart '0x4e13b2e.1@WORKSTATION6'. The host comes last: it may hold anything. */
function writeSession(session: SessionKey): string {
  return `${session.logonId}${session.boot === 0 ? '' : `.${session.boot}`}@${session.host}`;
}

function readSession(text: string): SessionKey | null {
  const match = /^(0x[0-9a-f]{1,16})(?:\.([1-9]\d{0,5}))?@(.+)$/s.exec(text);
  if (!match || !isName(match[3])) return null;
  return { logonId: match[1], boot: Number(match[2] ?? 0), host: match[3] };
}

function readingKind(text: string): ReadingKind | null {
  return text === 'sql' || text === 'pandas' || text === 'hardened' ? text : null;
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_NAME;
}
