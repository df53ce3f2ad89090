// Which room of src/ may import which. "npm run lint" checks it, types included.

/** A room that may import nothing of `src/` but itself and what is allowed. */
const only = (room, allowed) => ({
  name: room.replaceAll('/', '-'),
  comment: `src/${room}/ may import of src/ ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room + '/', ...allowed].map((path) => `^src/${path}`) },
});

/** The stations of a request in the mock: each may import those after it, never one before it. */
const stations = [
  '(index|command|create-mock|options|log-lines|log-writer|help|read-flags)',
  'http/',
  'service/',
  '(proxy|making)/',
  'coverage/',
];
const station = (name, index) => ({
  name: `mock-${name.replace(/\W/g, '')}`,
  comment: `A request goes ${stations.slice(1).join(' → ')}; no station imports one before it.`,
  severity: 'error',
  from: { path: `^src/mock/${name}` },
  to: { path: `^src/mock/(${stations.slice(0, index).join('|')})` },
});

/** Packages that one room alone may import. */
const packagesOf = (scope, room) => ({
  name: `${scope}-only-in-its-room`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}` },
  to: { path: `@${scope}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('description', []),
    only('command', ['description/json-value\\.ts']),
    only('reading', ['description/', 'command/', 'contract/message/(json|json-members|yaml)\\.ts']),
    only('contract', ['description/', 'command/']),
    only('requests', ['description/', 'command/', 'contract/schema/']),
    only('mock', ['description/', 'command/', 'reading/', 'contract/']),
    only('verify', ['description/', 'command/', 'reading/', 'contract/', 'requests/']),
    only('build/samples', ['description/', 'command/', 'requests/']),
    only('build/redocly', ['description/', 'command/', 'reading/']),
    only('build/docs', ['description/', 'command/', 'requests/', 'build/redocly/', 'build/samples/']),
    only('build/generate', ['description/', 'command/', 'requests/', 'build/docs/reference/', 'build/samples/languages']),
    {
      name: 'client-alone',
      comment:
        'The client ships to browsers: of the other rooms it may import only how a parameter is written, what a media type is and how a response key describes a status.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/', pathNot: ['^src/client/', '^src/description/(media-types|parameters/write|statuses|types)\\.ts$'] },
    },
    {
      name: 'what-ships-knows-no-build',
      comment: 'The package has no src/build/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(build|start)/' },
      to: { path: '^src/(build|start)/' },
    },
    ...stations.map(station).slice(1),
    packagesOf('stoplight', 'mock/making/prism/'),
    // What starts the build has it loaded early.
    packagesOf('redocly', 'build/(redocly/|run\\.js)'),
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
