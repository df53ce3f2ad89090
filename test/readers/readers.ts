/** The output of a program: the outcome of each call, or the problems that a linter found. */
export interface Result {
  reset?: string;
  validate?: string;
  complete?: string;
  /** The outcomes without the option that fixes them. */
  byDefault?: Partial<Record<'reset' | 'validate' | 'complete', string>>;
  /** The invalid requests that a server accepted. */
  accepts?: string;
  /** Whether it can read the edition in OpenAPI 3.1. */
  isNewerRead?: boolean;
  problems?: string[];
}

/** A tool that reads the description. */
export interface Reader {
  packageName: string;
  /** The kind of tool, in a few words. */
  kind: string;
  /** The name of its program in `programs/`. */
  program: string;
  /** The cells of its row. */
  row: (result: Result) => Record<string, string>;
}

const three = ({ reset = '', validate = '', complete = '' }: Result): string => [reset, validate, complete].join(', ');

/** The cells of a client: its three calls. The body of the GET has an unknown address. */
const client =
  (right: string, notes: (result: Result) => string) =>
  (result: Result): Record<string, string> => ({
    reads: '3.1',
    'Reset, Validate, Complete': three(result),
    'as documented': three(result) === right ? 'yes' : 'not all',
    notes: notes(result),
  });

/** The cells of a server: its responses to three valid requests, and the invalid requests that it accepts. */
const server =
  (notes: (result: Result) => string) =>
  (result: Result): Record<string, string> => ({
    reads: result.isNewerRead === false ? '3.0' : '3.1',
    'Reset, Validate, Complete': three(result),
    'as documented': three(result) === '200, 204, 204' ? 'yes' : 'not all',
    notes: [result.accepts ? `lets pass: ${result.accepts}` : 'refuses each wrong request', notes(result)]
      .filter(Boolean)
      .join('; '),
  });

const noNotes = (): string => '';

/** The tools, in the order of the table. */
export const readers: Reader[] = [
  {
    packageName: 'openapi-to-postmanv2',
    kind: 'Postman, run with newman',
    program: 'postman',
    row: client('200, 204, 204', ({ byDefault }) =>
      byDefault?.validate === '204'
        ? ''
        : `needs the option \`parametersResolution: Example\`; without it, Validate gives ${byDefault?.validate ?? 'nothing'}, since the body is made from the pattern`,
    ),
  },
  {
    packageName: '@usebruno/cli',
    kind: 'Bruno',
    program: 'bruno',
    row: client('200, 204, 204', ({ validate }) =>
      validate === '204' ? '' : 'imports the query parameter `token` and does not send it: add it to the URL of the request',
    ),
  },
  { packageName: 'openapi-mcp-generator', kind: 'MCP server', program: 'mcp', row: client('200, 404, 204', noNotes) },
  {
    packageName: '@kubb/plugin-client',
    kind: 'generated fetch client',
    program: 'kubb',
    row: client('200, 404, 204', ({ byDefault }) =>
      [
        byDefault?.reset === '200'
          ? ''
          : `sends JSON as \`text/plain\` (${byDefault?.reset ?? ''}): pass the header \`Content-Type\``,
        'omit the body of the GET',
      ]
        .filter(Boolean)
        .join('; '),
    ),
  },
  {
    packageName: 'swagger-client',
    kind: 'the client in Swagger UI',
    program: 'swagger-client',
    row: client('200, 404, 204', ({ validate }) => (validate === '404' ? '' : 'omit the body of the GET')),
  },
  {
    packageName: 'openapi-client-axios',
    kind: 'client on axios',
    program: 'openapi-client-axios',
    row: client('200, 404, 204', noNotes),
  },
  { packageName: 'express-openapi-validator', kind: 'middleware', program: 'express-openapi-validator', row: server(noNotes) },
  {
    packageName: 'openapi-backend',
    kind: 'router and validator',
    program: 'openapi-backend',
    row: server(() => 'needs the edition in 3.0 and `ignoreTrailingSlashes: false`'),
  },
  { packageName: '@scalar/mock-server', kind: 'mock', program: 'scalar', row: server(noNotes) },
  { packageName: '@mockoon/cli', kind: 'mock', program: 'mockoon', row: server(noNotes) },
  {
    packageName: '@stoplight/spectral-cli',
    kind: 'linter',
    program: 'spectral',
    row: ({ problems = [] }) => ({
      reads: '3.1',
      'Reset, Validate, Complete': '',
      'as documented': problems.some((problem) => problem.startsWith('error')) ? 'not all' : 'yes',
      notes: problems.join(', '),
    }),
  },
];
