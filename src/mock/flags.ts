import { flagLines } from '../command/parse-flags.js';

/** How to call the command, on one line. */
export const usage = 'password-reset-mock [document] [options] [-- command …]';

/** Flags for making responses. With an upstream they have no meaning, since the upstream makes the responses. */
export const makingFlags = {
  dynamic: { type: 'boolean', short: 'd', help: 'Make each body at random from its schema' },
  seed: { type: 'string', value: '<text>', help: 'Make the same dynamic bodies each time' },
  'ignore-examples': { type: 'boolean', help: 'Make bodies from schemas, as if there were no examples' },
  // Prism's spelling.
  ignoreExamples: { type: 'boolean' },
  'json-schema-faker-fillProperties': {
    type: 'string',
    value: '<true|false>',
    help: 'Whether dynamic bodies get properties beyond the documented ones',
  },
} as const;

const servingFlags = {
  port: { type: 'string', short: 'p', value: '<number>', help: 'The port, 0 for any free one (default 4010)' },
  host: { type: 'string', short: 'h', value: '<address>', help: 'The address to listen on (default 127.0.0.1)' },
  // Another way to give the document.
  description: { type: 'string' },
  'external-refs': { type: 'boolean', help: 'Follow references out of the folder of the document, or to other servers' },
  errors: { type: 'boolean', help: 'Respond 500 where a response differs from the description' },
  'no-cors': { type: 'boolean', help: 'Send no CORS headers' },
  'no-watch': { type: 'boolean', help: 'Do not reload when a file of the description changes' },
  delay: { type: 'string', value: '<ms>', help: 'How long each response waits (default 0)' },
  verbose: { type: 'boolean', help: 'Log what was sent and received, with values masked' },
  silent: { type: 'boolean', help: 'Log no requests' },
  help: { type: 'boolean', help: 'Print this text' },
  version: { type: 'boolean', help: 'Print the version of the package' },
} as const;

const checkingFlags = {
  upstream: {
    type: 'string',
    value: '<url>',
    help: 'Pass each request on to this server and its response back, and log\nin what they differ from the description',
  },
  'upstream-timeout': {
    type: 'string',
    value: '<ms>',
    help: 'How long the server may take to respond (default 30000)',
  },
  cors: { type: 'boolean', help: 'Send CORS headers with --upstream too' },
  coverage: {
    type: 'string',
    value: '<file>',
    help: 'At the end, print how often each documented response was sent, and\nwrite it to the file: as JSON with .json, as JUnit XML with .xml',
  },
  'require-coverage': { type: 'boolean', help: 'Exit with 1 if a documented response was never sent, or one differed' },
} as const;

/** All flags of the command. */
export const mockFlags: typeof servingFlags & typeof makingFlags & typeof checkingFlags = {
  ...servingFlags,
  ...makingFlags,
  ...checkingFlags,
};

/** The text that `--help` prints. */
export const help: string = `Usage: ${usage}

Serves a mock of an OpenAPI 3 description: valid requests get the responses that it documents.
The document is a path or a URL, YAML or JSON. Default: the description of this package.

After --, a command is run while the mock listens, with its URL in MOCK_URL; when the command ends, so does the mock,
with its exit code.

Options:
${flagLines(servingFlags)}

Bodies:
${flagLines(makingFlags)}

Check a server, or tests:
${flagLines(checkingFlags)}

Examples:
  password-reset-mock                          the description of this package
  password-reset-mock openapi.yaml -p 8080     another description, on another port
  password-reset-mock https://example.com/openapi.json
  password-reset-mock openapi.yaml -d --seed 1 random bodies, the same each time
  password-reset-mock openapi.yaml -h 0.0.0.0  for other machines
  password-reset-mock openapi.yaml --errors    fail where an example breaks its schema
  password-reset-mock openapi.yaml --delay 500 a slow network
  password-reset-mock --upstream https://staging.example.com --coverage coverage
                                               check a server while tests use it
  password-reset-mock --upstream https://staging.example.com -- npm run e2e
                                               the same, and end with the tests
`;
