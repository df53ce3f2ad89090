#!/usr/bin/env node
import { demandPackages } from '../command/files/demand-packages.js';
import { flagLines, parseFlags } from '../command/parse-flags.js';
import { userPath } from '../command/files/user-path.js';
import { readManifest } from '../command/files/manifest.js';
import { runCommand } from '../command/run-command.js';
import { contractPackages } from '../contract/packages.js';
import { readServer, readTimeout } from './read-flags.js';
import { terminal } from './terminal.js';

const usage = 'password-reset-verify --server URL [--values FILE] [options]';

const flagTable = {
  server: { type: 'string', value: 'URL', help: 'where the API is, such as https://staging.example.com' },
  values: {
    type: 'string',
    value: 'FILE',
    help: `a file of what the server knows in place of the examples (YAML or JSON):
  replace:      { example value: value }
  credentials:  { security scheme: token }
  skip:         { operationId.example: reason }
\${NAME} in a value stands for the environment variable NAME`,
  },
  only: {
    type: 'string',
    value: 'NAME,…',
    help: 'operationId, operationId.status or operationId.example; several with commas',
  },
  invalid: {
    type: 'boolean',
    help: `also send what the description rules out (a required input missing, another type, a value
outside its bounds, another media type, broken JSON, other credentials, other methods),
which is to get a documented 4xx, and each success once more on a kept connection`,
  },
  'require-all': {
    type: 'boolean',
    help: 'exit with 1 as well when a documented response was left out and the values do not skip it',
  },
  'dry-run': { type: 'boolean', help: 'show what would be sent, and send nothing' },
  junit: { type: 'string', value: 'FILE', help: 'write the result as JUnit XML to this file' },
  yes: { type: 'boolean', help: 'send what may change something to a host that is not this machine without asking' },
  timeout: { type: 'string', value: 'MS', help: 'how long each response may take, in milliseconds (10000)' },
  description: { type: 'string', value: 'FILE', help: 'an OpenAPI 3 description (the one of this package)' },
  'external-refs': { type: 'boolean', help: 'follow its references out of its folder, or to other servers' },
  workflow: {
    type: 'string',
    value: 'FILE',
    help: `an Arazzo description, for the order and for what a response hands on
(the *.arazzo.yaml beside the description)`,
  },
  help: { type: 'boolean', help: 'this text' },
  version: { type: 'boolean', help: 'the version of the package' },
} as const;

const help = `Usage: ${usage}

Holds a server to an OpenAPI description: sends a request for each documented response, and reports
which came as documented. Exits with 1 when one did not, or the server kept one from being triggered.

${flagLines(flagTable)}
`;

await runCommand(async () => {
  const flags = parseFlags(flagTable, usage);
  if (flags.help) return void process.stdout.write(help);
  if (flags.version) return void process.stdout.write(`${readManifest().version}\n`);
  const server = readServer(flags.server);
  const timeoutMs = readTimeout(flags.timeout);
  demandPackages('The check', contractPackages);
  // Imported late, so that help and errors in the flags do not wait for the validator.
  const { verify } = await import('./verify.js');
  const {
    yes: mayChange = false,
    'dry-run': isDryRun = false,
    'require-all': requireAll = false,
    'external-refs': externalRefs = false,
    only,
    invalid = false,
    ...paths
  } = flags;
  const files = Object.fromEntries(
    (['description', 'workflow', 'values', 'junit'] as const).flatMap((name) =>
      paths[name] === undefined ? [] : [[name, userPath(paths[name])]],
    ),
  );
  const isKept = await verify(
    { ...files, ...(only && { only }), invalid, externalRefs, server, timeoutMs, mayChange, isDryRun, requireAll },
    terminal,
  );
  if (!isKept) process.exitCode = 1;
});
