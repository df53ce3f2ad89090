#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { portSetBy } from '../command/listen-on.js';
import { parseArguments } from '../command/parse-flags.js';
import { printable } from '../command/printable.js';
import { projectDirectory } from '../command/project-directory.js';
import { readPort } from '../command/read-port.js';
import { runCommand } from '../command/run-command.js';
import { stopSignal } from '../command/stop-signal.js';

const usage = 'password-reset-mock [document] [options]';

const help = `Usage: ${usage}

Serves a mock of an OpenAPI 3 description: valid requests get the responses that it documents.
The document is a path or a URL, YAML or JSON. Default: the description of this package.

Options:
  -p, --port <number>      The port, 0 for any free one (default 4010)
  -h, --host <address>     The address to listen on (default 127.0.0.1)
  -d, --dynamic            Make each body at random from its schema
      --seed <text>        Make the same dynamic bodies each time
      --ignore-examples    Make bodies from schemas, as if there were no examples
      --json-schema-faker-fillProperties <true|false>
                           Whether dynamic bodies get properties beyond the documented ones
      --errors             Respond 500 where a response differs from the description
      --no-cors            Send no CORS headers
      --no-watch           Do not reload when a file of the description changes
      --delay <ms>         How long each response waits (default 0)
      --verbose            Log what was sent and received, with values masked
      --silent             Log no requests
      --help               Print this text
      --version            Print the version of the package

Examples:
  password-reset-mock                          the description of this package
  password-reset-mock openapi.yaml -p 8080     another description, on another port
  password-reset-mock https://example.com/openapi.json
  password-reset-mock openapi.yaml -d --seed 1 random bodies, the same each time
  password-reset-mock openapi.yaml -h 0.0.0.0  for other machines
  password-reset-mock openapi.yaml --errors    fail where an example breaks its schema
  password-reset-mock openapi.yaml --delay 500 a slow network
`;

await runCommand(async () => {
  const { flags, argument: document } = parseArguments(
    {
      port: { type: 'string', short: 'p' },
      host: { type: 'string', short: 'h' },
      description: { type: 'string' },
      dynamic: { type: 'boolean', short: 'd' },
      seed: { type: 'string' },
      'ignore-examples': { type: 'boolean' },
      'json-schema-faker-fillProperties': { type: 'string' },
      errors: { type: 'boolean' },
      'no-cors': { type: 'boolean' },
      'no-watch': { type: 'boolean' },
      delay: { type: 'string' },
      verbose: { type: 'boolean' },
      silent: { type: 'boolean' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
    },
    usage,
  );
  if (flags.help) return void process.stdout.write(help);
  if (flags.version) return void process.stdout.write(`${await packageVersion()}\n`);
  if (flags.verbose && flags.silent) throw new InputError('--verbose and --silent exclude each other: use one of them.');
  if (document !== undefined && flags.description !== undefined) {
    throw new InputError('The document was given twice: use either the argument or --description.');
  }
  const port = readPort(flags.port, '--port', 4010);
  const delayMs = readDelay(flags.delay);
  const fillProperties = readSwitch('--json-schema-faker-fillProperties', flags['json-schema-faker-fillProperties']);
  const description = document ?? flags.description;

  const stopped = stopSignal();
  // Someone who read the log may leave; the mock stays for those who call it.
  process.stdout.on('error', () => undefined);
  // Loaded now, so that help and mistakes need not wait for Prism.
  const [{ startMock }, { exchangeLines }] = await Promise.all([import('./index.js'), import('./log-lines.js')]);
  const mock = await startMock({
    port,
    delayMs,
    cors: !flags['no-cors'],
    watch: !flags['no-watch'],
    dynamic: flags.dynamic === true,
    errors: flags.errors === true,
    ignoreExamples: flags['ignore-examples'] === true,
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.host !== undefined && { host: flags.host }),
    ...(description !== undefined && { description }),
    ...(fillProperties !== undefined && { generator: { fillProperties } }),
    ...(!flags.silent && { log: (exchange) => console.log(exchangeLines(exchange, flags.verbose === true)) }),
    reloaded: (problem) => {
      if (problem) console.error(`${problem.message}\nStill serving the last valid description.`);
      else console.log('Reloaded the description.');
      warn(mock.warnings);
    },
  }).catch(portSetBy('--port'));
  const width = Math.max(...mock.operations.map(({ method }) => method.length));
  const lines = mock.operations.map(({ method, path, operationId }) => `  ${method.padEnd(width)} ${path}  ${operationId}`);
  console.log(printable([`${mock.title} is mocked on ${mock.url}`, ...lines].join('\n')));
  warn(mock.warnings);
  warn(await mock.checkExamples());
  await stopped;
  await mock.close();
});

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) console.error(printable(`Warning: ${warning}`));
}

function readDelay(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,6}$/.test(text)) throw new InputError(`Invalid --delay "${text}": use 0–999999 milliseconds.`);
  return Number(text);
}

function readSwitch(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw new InputError(`Invalid ${name} "${text}": use true or false.`);
  return text === 'true';
}

async function packageVersion(): Promise<string> {
  const file = join(projectDirectory(), 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
