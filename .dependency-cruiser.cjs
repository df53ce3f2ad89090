// Which room of src/ may import which. "npm run lint" checks it, types included.

/** A room that may import nothing of `src/` but itself and what is allowed. */
const only = (room, allowed) => ({
  name: room,
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
  'upstream/',
  'answering/',
  'operations/',
  'responses/',
  'coverage/',
  'prism/',
  'exchange/',
];
const station = (name, index) => ({
  name: `mock-${name.replace(/\W/g, '')}`,
  comment: `A request goes ${stations.slice(1).join(' → ')}; no station imports one before it.`,
  severity: 'error',
  from: { path: `^src/mock/${name}` },
  to: { path: `^src/mock/(${stations.slice(0, index).join('|')})` },
});

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('description', []),
    only('command', []),
    only('samples', ['description/', 'command/']),
    only('redocly', ['description/', 'command/']),
    only('docs', ['description/', 'samples/', 'redocly/', 'command/']),
    only('proof', ['description/', 'samples/', 'command/']),
    only('generate', ['description/', 'docs/reference/', 'proof/']),
    only('mock', ['description/', 'command/']),
    only('verify', [
      'description/',
      'command/',
      'samples/',
      'proof/',
      'mock/responses/',
      'mock/service/(description-file|read-yaml|serviceable)',
      'mock/prism/prepare-prism',
    ]),
    {
      name: 'client-alone',
      comment:
        'The client ships to browsers: of the other rooms it may import only how a parameter is written, what a media type is and how a response key describes a status.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/', pathNot: ['^src/client/', '^src/description/(media-types|parameter-style|statuses|types)\\.ts$'] },
    },
    ...stations.map(station).slice(1),
    {
      name: 'prism-only-in-its-room',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/mock/(prism/|service/(read-bounded|read-yaml))' },
      to: { path: '@stoplight/' },
    },
    {
      name: 'redocly-only-in-its-room',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/redocly/' },
      to: { path: '@redocly/' },
    },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
