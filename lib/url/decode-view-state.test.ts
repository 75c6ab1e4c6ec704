import { describe, expect, it } from 'vitest';
import { decodeViewState } from './decode-view-state';
import { emptyViewState } from './view-state';
import type { ViewState } from './view-state';

/** Links that people hold. Never change one: a change of format adds a version and keeps these opening. */
const frozen: readonly { readonly version: number; readonly link: string; readonly opens: ViewState }[] = [
  {
    version: 1,
    link: '#v=1&dataset=https://example.org/sets/covenant_copy_smb%28v2%29.zip&hunt=smb-create-remote-file&view=sessions&analytic=IV&reading=hardened&row=0.12,0.44,1.3&event=0.44&session=0x4e13b2e.1@WORKSTATION6.theshire.local&host=WORKSTATION6&user=pgustavo&theme=dark',
    opens: {
      dataset: { kind: 'link', url: 'https://example.org/sets/covenant_copy_smb(v2).zip' },
      members: null,
      hunt: { kind: 'shipped', id: 'smb-create-remote-file' },
      section: 'sessions',
      analytic: 'IV',
      reading: 'hardened',
      row: [{ member: 0, line: 12 }, { member: 0, line: 44 }, { member: 1, line: 3 }],
      differences: null,
      funnel: null,
      event: { member: 0, line: 44 },
      unfolded: null,
      session: { host: 'WORKSTATION6.theshire.local', logonId: '0x4e13b2e', boot: 1 },
      sessionsFilter: { host: 'WORKSTATION6', user: 'pgustavo' },
      filters: emptyViewState.filters,
      eventList: emptyViewState.eventList,
      tables: null,
      timeline: emptyViewState.timeline,
      graph: emptyViewState.graph,
      query: null,
      lesson: emptyViewState.lesson,
      compared: null,
      theme: 'dark',
      size: null,
      zone: 'UTC',
      catalogue: emptyViewState.catalogue,
      made: null,
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=sample&made=0.1.0:1:${'aB3-'.repeat(10)}_9Q:0123456789abcdef:fedcba98-6543_10`,
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      made: { app: '0.1.0', format: 1, data: `${'aB3-'.repeat(10)}_9Q`, hunt: '0123456789abcdef', result: 'fedcba98-6543_10', events: null, readings: [] },
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=sample&made=0.1.0:1:${'aB3-'.repeat(10)}_9Q:0123456789abcdef:fedcba98-6543_10:506:I.s48aB3-Xy_.hx0000-_-,II.p123456abc`,
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      made: {
        app: '0.1.0',
        format: 1,
        data: `${'aB3-'.repeat(10)}_9Q`,
        hunt: '0123456789abcdef',
        result: 'fedcba98-6543_10',
        events: 506,
        readings: [
          { analytic: 'I', reading: 'sql', found: { rows: 48, digest: 'aB3-' }, code: 'Xy_' },
          { analytic: 'I', reading: 'hardened', found: { rows: null, digest: '0000' }, code: '-_-' },
          // Digits that could be rows or digest: the digest has four letters.
          { analytic: 'II', reading: 'pandas', found: { rows: 12, digest: '3456' }, code: 'abc' },
        ],
      },
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=sha256:${'ab'.repeat(32)}:a.zip&made=0.1.0:2:::fedcba98-6543_10`,
    opens: { ...emptyViewState, dataset: { kind: 'upload', sha256: 'ab'.repeat(32), name: 'a.zip' }, made: { app: '0.1.0', format: 2, data: null, hunt: null, result: 'fedcba98-6543_10', events: null, readings: [] } },
  },
  {
    version: 1,
    link: `#v=1&dataset=sha256:${'ab'.repeat(32)}:a.zip&made=0.1.0:1:::fedcba98-6543_10::V.sabc.h1_-`,
    opens: {
      ...emptyViewState,
      dataset: { kind: 'upload', sha256: 'ab'.repeat(32), name: 'a.zip' },
      made: {
        app: '0.1.0',
        format: 1,
        data: null,
        hunt: null,
        result: 'fedcba98-6543_10',
        events: null,
        readings: [
          { analytic: 'V', reading: 'sql', found: null, code: 'abc' },
          { analytic: 'V', reading: 'hardened', found: null, code: '1_-' },
        ],
      },
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=sha256:${'ab'.repeat(32)}:day%201.zip&analytic=II`,
    opens: { ...emptyViewState, dataset: { kind: 'upload', sha256: 'ab'.repeat(32), name: 'day 1.zip' }, analytic: 'II' },
  },
  {
    version: 1,
    link: '#v=1&dataset=https://example.org/a.zip&members=0,2-4',
    opens: { ...emptyViewState, dataset: { kind: 'link', url: 'https://example.org/a.zip' }, members: [0, 2, 3, 4] },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=query&query=sql:SELECT_Hostname,_COUNT-o-s-c_n.FROM_t_WHERE_Image_LIKE_-q-p-Ba-ub-dexe-q_GROUP_BY_Hostname',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      section: 'query',
      query: { kind: 'text', language: 'sql', text: "SELECT Hostname, COUNT(*) n\nFROM t WHERE Image LIKE '%\\a_b.exe' GROUP BY Hostname" },
    },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=query&query=pandas-kept:0123456789abcdef',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'query', query: { kind: 'kept', language: 'pandas', id: '0123456789abcdef' } },
  },
  { version: 1, link: '#v=1&dataset=sample&size=large', opens: { ...emptyViewState, dataset: { kind: 'sample' }, size: 'large' } },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=graph&graph=e0.58,e0.62:s0.55,s0.55/wrote,s0.61.1',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'graph', graph: { start: ['e0.58', 'e0.62'], opened: ['s0.55', 's0.55/wrote', 's0.61.1'] } },
  },
  { version: 1, link: '#v=1&dataset=sample&size=large', opens: { ...emptyViewState, dataset: { kind: 'sample' }, size: 'large' } },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=lesson&lesson=student&step=4',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'lesson', lesson: { step: 4, isStudent: true } },
  },
  { version: 1, link: '#v=1&dataset=sample&zone=Europe/Berlin', opens: { ...emptyViewState, dataset: { kind: 'sample' }, zone: 'Europe/Berlin' } },
  {
    version: 1,
    link: '#v=1&dataset=sample&analytic=IV&reading=sql&funnel=IV.sql.only-fails.1.3',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, analytic: 'IV', reading: 'sql', funnel: { analytic: 'IV', reading: 'sql', place: { kind: 'only-fails', leg: 1, condition: 3 } } },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=events&filters=EventID:5145,-Hostname:DC01,ShareName:%5C%5C%2A%5CC$,-TargetUserName,/mimikatz,@2020-09-22T18:53:04.000Z..2020-09-22T18:54:15.500Z&columns=EventID,Hostname,event_data.Image&order=-EventID',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      section: 'events',
      filters: {
        fields: [
          { field: 'EventID', value: '5145', exclude: false },
          { field: 'Hostname', value: 'DC01', exclude: true },
          { field: 'ShareName', value: '\\\\*\\C$', exclude: false },
          { field: 'TargetUserName', value: null, exclude: true },
        ],
        text: { text: 'mimikatz', matchCase: false },
        // 2020-09-22T18:53:04Z by date(1).
        time: { from: 1_600_800_784_000, to: 1_600_800_855_500 },
      },
      eventList: { columns: ['EventID', 'Hostname', 'event_data.Image'], sort: { field: 'EventID', descending: true } },
    },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&bars=host&zoom=2020-09-22T18:53:04.000Z..2020-09-22T18:54:15.500Z',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, timeline: { by: 'host', zoom: { from: 1_600_800_784_000, to: 1_600_800_855_500 } } },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&analytic=IV&reading=sql&table=@-EventID,Image:a~,b:c,~@timestamp,EventID,Image',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      analytic: 'IV',
      reading: 'sql',
      tables: {
        of: 'analytics IV sql ',
        rows: { columns: { kind: 'only', names: ['@timestamp', 'EventID', 'Image'] }, sort: { column: 'EventID', descending: true }, filters: [{ column: 'Image', text: 'a,b:c' }] },
      },
    },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=sessions&table=@-hits,account:pgust,-linked&services=@host',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      section: 'sessions',
      tables: {
        of: 'sessions',
        rows: { columns: { kind: 'without', names: ['linked'] }, sort: { column: 'hits', descending: true }, filters: [{ column: 'account', text: 'pgust' }] },
        services: { columns: null, sort: { column: 'host', descending: false }, filters: [] },
      },
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=sample&view=baseline&compared=${'0f'.repeat(32)}&comparison=@-ratio,change:new`,
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      section: 'baseline',
      compared: '0f'.repeat(32),
      tables: { of: 'baseline', comparison: { columns: null, sort: { column: 'ratio', descending: true }, filters: [{ column: 'change', text: 'new' }] } },
    },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&analytic=II&reading=sql&differing=@-row,events:5140',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      analytic: 'II',
      reading: 'sql',
      tables: { of: 'analytics II sql ', differing: { columns: null, sort: { column: 'row', descending: true }, filters: [{ column: 'events', text: '5140' }] } },
    },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=report&idtable=@-Events,Channel:sysmon&fieldtable=@Field',
    opens: {
      ...emptyViewState,
      dataset: { kind: 'sample' },
      section: 'report',
      tables: {
        of: 'report',
        idtable: { columns: null, sort: { column: 'Events', descending: true }, filters: [{ column: 'Channel', text: 'sysmon' }] },
        fieldtable: { columns: null, sort: { column: 'Field', descending: false }, filters: [] },
      },
    },
  },
  // Without rows to be shown it says nothing.
  { version: 1, link: '#v=1&dataset=sample&table=@EventID', opens: { ...emptyViewState, dataset: { kind: 'sample' } } },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=edit&analytic=II&reading=sql',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'edit', analytic: 'II', reading: 'sql' },
  },
  {
    version: 1,
    link: '#v=1&dataset=sample&view=story&event=0.12',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'story', event: { member: 0, line: 12 } },
  },
  { version: 1, link: '#v=1&dataset=sample&view=truth', opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'truth' } },
  { version: 1, link: '#v=1&dataset=sample&view=baseline', opens: { ...emptyViewState, dataset: { kind: 'sample' }, section: 'baseline' } },
  {
    version: 1,
    link: '#v=1&dataset=sample&event=0.12&unfold=process',
    opens: { ...emptyViewState, dataset: { kind: 'sample' }, event: { member: 0, line: 12 }, unfolded: 'process' },
  },
  { version: 1, link: '#v=1&analytic=IV&differences=sql-pandas', opens: { ...emptyViewState, analytic: 'IV', differences: { left: 'sql', right: 'pandas' } } },
  { version: 1, link: '#v=1&zone=%2B05:30', opens: { ...emptyViewState, zone: '+05:30' } },
  {
    version: 1,
    link: '#v=1&find=pass%20the%20hash&tactic=TA0008&technique=T1021.002&platform=Windows&kind=atomic&source=host&fits=any&sort=-events&list=hunts',
    opens: {
      ...emptyViewState,
      catalogue: {
        text: 'pass the hash',
        chosen: { tactic: 'TA0008', technique: 'T1021.002', platform: 'Windows', kind: 'atomic', source: 'host', hunt: 'any' },
        sort: { by: 'events', descending: true },
        shown: 'hunts',
      },
    },
  },
  {
    version: 1,
    link: `#v=1&dataset=https://example.org/a.zip&hunt=https://example.org/hunts/notebook.ipynb`,
    opens: { ...emptyViewState, dataset: { kind: 'link', url: 'https://example.org/a.zip' }, hunt: { kind: 'link', url: 'https://example.org/hunts/notebook.ipynb' } },
  },
  { version: 1, link: `#v=1&hunt=sha256:${'cd'.repeat(32)}:my%20hunt.md`, opens: { ...emptyViewState, hunt: { kind: 'upload', sha256: 'cd'.repeat(32), name: 'my hunt.md' } } },
  { version: 1, link: '#v=1&dataset=sample', opens: { ...emptyViewState, dataset: { kind: 'sample' } } },
];

describe('links of every version', () => {
  it.each(frozen)('version $version opens: $link', ({ link, opens }) => {
    expect(decodeViewState(link)).toEqual({ state: opens, notices: [] });
  });

  it('an empty hash is the empty view, without a word', () => {
    for (const hash of ['', '#']) expect(decodeViewState(hash)).toEqual({ state: emptyViewState, notices: [] });
  });

  it('a newer version says so and shows what is understood', () => {
    const { state, notices } = decodeViewState('#v=2&analytic=III&mood=blue');
    expect(state).toEqual({ ...emptyViewState, analytic: 'III' });
    expect(notices.map((notice) => notice.key)).toEqual(['v', 'mood']);
    expect(notices[0].message).toContain('newer Huntbook (link version 2)');
  });
});

describe('a bad value falls back alone, with a notice', () => {
  const rest = 'analytic=IV&theme=dark';
  const restState = { ...emptyViewState, analytic: 'IV', theme: 'dark' as const };
  it.each([
    ['dataset', 'dataset=javascript:alert(1)'],
    ['dataset', 'dataset=JaVaScRiPt://example.org/%250Aalert(1)'],
    ['dataset', 'dataset=data:application/zip;base64,UEsD'],
    ['dataset', 'dataset=file:///etc/passwd'],
    ['dataset', 'dataset=//example.org/x.zip'],
    ['dataset', 'dataset=https://me:secret@example.org/x.zip'],
    ['dataset', `dataset=https://example.org/${'a'.repeat(5_000)}`],
    ['dataset', 'dataset=sha256:abcd:x.zip'],
    ['dataset', `dataset=sha256:${'a'.repeat(64)}:`],
    ['dataset', 'dataset=%E0%A4%A'],
    ['members', 'members='],
    ['members', 'members=2,1'],
    ['members', 'members=0,1'],
    ['members', 'members=4-2'],
    ['members', 'members=0-99999,0-99999'],
    ['members', 'members=-1'],
    ['members', 'members=00'],
    ['members', 'members=day%201.json'],
    ['hunt', 'hunt=../../secret'],
    ['hunt', 'hunt=ftp://example.org/hunt.md'],
    ['hunt', 'hunt=https://user:secret@example.org/hunt.md'],
    ['hunt', 'hunt=sha256:abcd:hunt.md'],
    ['view', 'view=constructor'],
    ['query', 'query=spark:SELECT_1'],
    ['query', 'query=sql:SELECT_-Z'],
    ['query', 'query=sql-kept:../x'],
    ['reading', 'reading=spark'],
    ['filters', 'filters='],
    ['filters', 'filters=:5145'],
    ['filters', 'filters=EventID:1,EventID:1'],
    ['filters', 'filters=/'],
    ['filters', 'filters=/a,/b'],
    ['filters', 'filters=EventID:1~'],
    ['filters', 'filters=@2020-09-22T18:53:04.000Z'],
    ['filters', 'filters=@2020-09-22T18:53:04.000Z..2020-09-22T18:53:04.000Z'],
    ['filters', 'filters=@2020-09-22..2020-09-23'],
    ['filters', `filters=${Array.from({ length: 101 }, (_, i) => `EventID:${i}`).join(',')}`],
    ['zoom', 'zoom=2020-09-22..2020-09-23'],
    ['bars', 'bars=user'],
    ['graph', 'graph=e0'],
    ['differences', 'differences=sql'],
    ['differences', 'differences=sql-sql'],
    ['differences', 'differences=sql-pandas-hardened'],
    ['unfold', 'unfold=all'],
    ['graph', 'graph=e0.1:'],
    ['graph', 'graph=e0.1:s0.2:s0.3'],
    ['graph', `graph=${Array.from({ length: 13 }, (_, i) => `e0.${i + 1}`).join(',')}`],
    ['table', 'table='],
    ['table', 'table=a,a'],
    ['table', 'table=a,-b'],
    ['table', 'table=@a,@b'],
    ['table', 'table=a:'],
    ['table', 'table=a:x,a:y'],
    ['table', 'table=-a:x'],
    ['services', 'services=a%7E'],
    ['compared', `compared=${'0F'.repeat(32)}`],
    ['compared', 'compared=0f'],
    ['columns', 'columns='],
    ['columns', 'columns=EventID,EventID'],
    ['order', 'order='],
    ['row', 'row=0.12,x'],
    ['row', 'row='],
    ['row', `row=${Array.from({ length: 2_001 }, (_, i) => `0.${i + 1}`).join(',')}`],
    ['funnel', 'funnel=IV.sql'],
    ['funnel', 'funnel=IV.spark.left.0.1'],
    ['funnel', 'funnel=IV.sql.left.0'],
    ['funnel', 'funnel=IV.sql.left.0.01'],
    ['funnel', 'funnel=IV.sql.unmatched.0.both'],
    ['funnel', 'funnel=IV.sql.joined.0.1'],
    ['event', 'event=0.0'],
    ['event', 'event=-1.4'],
    ['event', 'event=0.1e3'],
    ['session', 'session=WORKSTATION6'],
    ['session', 'session=0x4E13B2E@HOST'],
    ['session', 'session=0x1@'],
    ['session', `session=0x1@${'h'.repeat(256)}`],
    ['host', 'host='],
    ['user', 'user=%'],
    ['size', 'size=150'],
    ['zone', 'zone=Mars/Olympus'],
    ['zone', 'zone=+2'],
    ['zone', 'zone=%2B25:00'],
    ['find', `find=${'a'.repeat(201)}`],
    ['tactic', 'tactic='],
    ['sort', 'sort=--title'],
    ['sort', 'sort=size'],
    ['list', 'list=all'],
    ['__proto__', '__proto__=%7B%22x%22:1%7D'],
    ['constructor', 'constructor=1'],
    ['toString', 'toString'],
    ['v', 'v=one'],
    ['v', 'v=0'],
  ])('%s: %s', (key, bad) => {
    const { state, notices } = decodeViewState(`#${bad}&${rest}`);
    expect(state).toEqual(restState);
    expect(notices.map((notice) => notice.key)).toEqual([key]);
    expect(notices[0].message.length).toBeLessThan(300);
  });

  it('leaves a link of a megabyte aside as a whole', () => {
    const { state, notices } = decodeViewState(`#${rest}&host=${'x'.repeat(1_000_000)}`);
    expect(state).toEqual(emptyViewState);
    expect(notices).toHaveLength(1);
  });

  it('a stranger in history.state counts as nothing', () => {
    for (const withheld of [null, 7, { host: 'x' }, ['host=x']]) expect(decodeViewState(`#v=1&${rest}`, withheld).state).toEqual(restState);
  });
});
