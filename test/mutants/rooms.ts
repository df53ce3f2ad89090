/**
 * The tests for the mutants of each folder of `src/`, but for folders in it that are listed, too. They start no other program,
 * but for those of the scripts of the page, which run in Chromium.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  'build/docs/page': ['test/build/docs/page/?'],
  'build/docs/page/script': ['test/build/docs/page/script/'],
  'build/samples': ['test/build/samples/httpie', 'test/build/samples/printed'],
  requests: ['test/requests/'],
  'requests/examples': ['test/requests/examples/'],
  // Without the tests that read a description with Redocly, or start servers.
  client: [
    ...['body', 'errors', 'raw', 'requests', 'single', 'streams', 'unenc', 'with', 'response/', 'request/'].map(
      (name) => `test/client/${name}`,
    ),
    'test/client/attempts/attempts',
    'test/client/attempts/retries',
  ],
  'client/attempts': ['test/client/attempts/', 'test/client/request/token'],
  'client/node': ['test/client/node/'],
  'client/request': ['test/client/request/'],
  description: ['test/description/', 'test/contract/parameters/', 'test/build/generate/', 'test/client/requests'],
  'description/parameters': ['test/description/', 'test/contract/parameters/', 'test/client/request/'],
  // Without the tests that compare with the build, which Redocly makes slow.
  reading: ['bundle', 'hostile', 'parse', 'ref', 'size'].map((name) => `test/reading/${name}`),
  command: ['test/command/', 'test/mock/read-flags'],
  'contract/body': ['test/contract/body/', 'test/contract/request/'],
  'contract/message': ['test/contract/message/'],
  'contract/parameters': ['test/contract/parameters/', 'test/contract/request/'],
  'contract/request': ['test/contract/request/', 'test/contract/parameters/'],
  'contract/response': ['test/contract/response/'],
  'contract/schema': ['test/contract/schema/'],
  'contract/schema/rewrite': ['test/contract/schema/rewrite/'],
  'contract/schema/validate': [
    ...['dialects', 'formats', 'names', 'numbers', 'unchecked', 'validity', 'words', 'validate/'].map(
      (name) => `test/contract/schema/${name}`,
    ),
  ],
  'contract/schema/documents': ['test/contract/schema/documents/'],
  'contract/schema/patterns': ['test/contract/schema/patterns/'],
  'mock/coverage': ['test/mock/coverage/'],
  // Without the nasty requests, some of which wait for seconds.
  'mock/http': ['broken-connection', 'connection', 'header-values', 'server'].map((name) => `test/mock/http/${name}`),
  // Without the many schemas of made-responses.test.ts, which take too long to make values of again and again.
  'mock/making': [
    ...['accept', 'example', 'make', 'match', 'next', 'prefer', 'prism', 'reject', 'scenarios', 'write', 'written'].map(
      (name) => `test/mock/making/${name}`,
    ),
    'test/mock/making/prism/',
  ],
  'mock/making/prism/schema': ['test/mock/making/prism/schema/'],
  'mock/proxy': ['test/mock/proxy/'],
  'mock/service': ['test/mock/service/', 'test/mock/create-mock', 'test/mock/proxy/violations'],
  verify: ['test/verify/'],
};
