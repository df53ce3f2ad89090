/** The command in one line. */
export const usage = 'password-reset-mock [document] [options] [-- command …]';

/** What `--help` prints. */
export const help: string = `Usage: ${usage}

Serves a mock of an OpenAPI 3 description: valid requests get the responses that it documents.
The document is a path or a URL, YAML or JSON. Default: the description of this package.

After --, a command is run while the mock listens, with its URL in MOCK_URL; when the command ends, so does the mock,
with its exit code.

Options:
  -p, --port <number>      The port, 0 for any free one (default 4010)
  -h, --host <address>     The address to listen on (default 127.0.0.1)
  -d, --dynamic            Make each body at random from its schema
      --seed <text>        Make the same dynamic bodies each time
      --ignore-examples    Make bodies from schemas, as if there were no examples
      --json-schema-faker-fillProperties <true|false>
                           Whether dynamic bodies get properties beyond the documented ones
      --external-refs      Follow references out of the folder of the document, or to other servers
      --errors             Respond 500 where a response differs from the description
      --no-cors            Send no CORS headers
      --no-watch           Do not reload when a file of the description changes
      --delay <ms>         How long each response waits (default 0)
      --verbose            Log what was sent and received, with values masked
      --silent             Log no requests
      --help               Print this text
      --version            Print the version of the package

Check a server, or tests:
      --upstream <url>     Pass each request on to this server and its response back, and log
                           in what they differ from the description
      --upstream-timeout <ms>
                           How long the server may take to respond (default 30000)
      --cors               Send CORS headers with --upstream too
      --coverage <file>    At the end, print how often each documented response was sent, and
                           write it to the file: as JSON with .json, as JUnit XML with .xml
      --require-coverage   Exit with 1 if a documented response was never sent, or one differed

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
