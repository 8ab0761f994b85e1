/** Which room may know which: arrows point one way, and the domain knows nothing of ours. */
const only = (from, allowed) => ({
  name: `${from}-knows-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${from}/` },
  to: { path: '^(libs|apps)/', pathNot: `^libs/(${[from, ...allowed].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'libs-do-not-know-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'rooms-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm'], pathNot: 'node_modules/@sinclair/typebox' },
    },
    {
      name: 'only-event-store-speaks-to-the-store',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/(event-store|embedded-store)/', '\\.spec\\.ts$'] },
      to: { path: 'node_modules/@eventstore/db-client' },
    },
    only('domain', []),
    only('platform', []),
    only('embedded-store', ['platform']),
    only('event-store', ['domain', 'platform']),
    only('ledger', ['event-store', 'platform']),
    only('access', ['ledger', 'event-store', 'domain', 'platform']),
    only('views', ['ledger', 'event-store', 'domain', 'platform']),
    only('public-record', ['views', 'ledger', 'event-store', 'domain', 'platform']),
    only('dashboard', ['access', 'views', 'ledger', 'domain', 'platform']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(^dist/|^var/)' },
  },
};
