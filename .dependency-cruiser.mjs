/*
 * The floors of the house (CONTRIBUTING.md): a room imports only from floors below it. Type imports count too, except where a
 * rule says otherwise. Tests may import what they need, and nothing imports a test.
 */
const TESTS = '\\.(test|test-support|spec)\\.tsx?$';
const LIB = '^lib/';
const TYPE_ONLY = ['type-only'];

/** @param {string} room @param {string[]} below rooms under lib/ that it may import, besides its own */
function floor(room, below) {
  const allowed = [room, ...below].join('|');
  return {
    name: `floor-${room}`,
    comment: `lib/${room} may import ${below.length === 0 ? 'nothing' : below.map((name) => `lib/${name}`).join(', ')} (CONTRIBUTING.md, floors)`,
    severity: 'error',
    from: { path: `^lib/${room}/`, pathNot: TESTS },
    to: { path: '^(lib|components|app|e2e)/', pathNot: `^lib/(${allowed})/` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    floor('base', []),
    floor('events', ['base']),
    floor('query', ['base', 'events']),
    floor('ingest', ['base', 'events']),
    floor('sessions', ['base', 'events']),
    floor('hunts', ['base', 'events', 'query', 'sessions']),
    floor('packs', ['base', 'events', 'ingest']),
    floor('engine', ['base', 'events', 'query', 'ingest', 'sessions', 'hunts', 'packs']),
    floor('cli', ['base', 'events', 'query', 'ingest', 'sessions', 'hunts', 'packs', 'engine']),
    floor('sample', ['base', 'hunts']),
    floor('url', ['base', 'events', 'query', 'ingest', 'sessions', 'hunts', 'packs', 'engine']),
    {
      name: 'url-takes-types-only',
      comment: 'lib/url may import values from lib/base only, types from anywhere in lib',
      severity: 'error',
      from: { path: '^lib/url/', pathNot: TESTS },
      to: { path: LIB, pathNot: '^lib/(url|base)/', dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'lib-room-without-floor',
      comment: 'a new room under lib/ needs its floor in .dependency-cruiser.mjs',
      severity: 'error',
      from: { path: LIB, pathNot: `^lib/(base|events|query|ingest|sessions|hunts|packs|engine|cli|sample|url)/|${TESTS}` },
      to: {},
    },
    {
      name: 'ui-knows-no-events',
      comment: 'components/ui may import lib/base only',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TESTS },
      to: { path: '^(lib|components|app|e2e)/', pathNot: '^(lib/base|components/ui)/' },
    },
    {
      name: 'components-ask-the-engine',
      comment: 'components/* may import values from lib/base, lib/url and the engine client, types from anywhere in lib',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: LIB, pathNot: '^lib/(base|url)/|^lib/engine/.*client\\.ts$', dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'components-are-apart',
      comment: 'a folder of components may import from components/ui, not from its siblings, app or e2e',
      severity: 'error',
      from: { path: '^components/([^/]+)/', pathNot: TESTS },
      to: { path: '^(components|app|e2e)/', pathNot: '^components/(ui|$1)/' },
    },
    {
      name: 'app-composes',
      comment: 'app may import components only',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(lib|e2e)/' },
    },
    {
      name: 'no-react-under-the-components',
      comment: 'everything under lib/ runs without a page',
      severity: 'error',
      from: { path: LIB },
      to: { path: 'node_modules/(react|react-dom|next|recharts|@tanstack/[^/]+|geist)/' },
    },
    {
      name: 'archives-only-in-ingest',
      comment: 'lib/ingest is the only place that reads zip, gzip and tar; lib/packs makes zips',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: `^lib/(ingest|packs|sample)/|${TESTS}` },
      to: { path: 'node_modules/jszip/' },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { pathNot: `${TESTS}|^e2e/` },
      to: { path: TESTS },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'the-app-needs-no-development-package',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: `${TESTS}|\\.css$` },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
