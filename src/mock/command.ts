#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { parseFlags } from '../command/parse-flags.js';
import { printable } from '../command/printable.js';
import { readPort } from '../command/read-port.js';
import { runCommand } from '../command/run-command.js';
import { stopSignal } from '../command/stop-signal.js';
import { projectDirectory } from '../command/project-directory.js';

const usage =
  'password-reset-mock [--port 4010] [--host 127.0.0.1] [--description openapi.yaml] [--delay 200] [--verbose | --silent]';

const help = `Usage: ${usage}

Serves a mock of an OpenAPI description: valid requests get the responses that it documents.

  --port         the port to listen on, 0 for any free one (4010)
  --host         the address to listen on (127.0.0.1)
  --description  an OpenAPI 3.0 or 3.1 description, YAML or JSON (the one of this package)
  --delay        how long each answer waits, in milliseconds (0)
  --verbose      after the line of each request, what was sent and answered, with values masked
  --silent       no line per request
  --help         this text
  --version      the version of the package
`;

await runCommand(async () => {
  const flags = parseFlags(
    {
      port: { type: 'string' },
      host: { type: 'string' },
      description: { type: 'string' },
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
  if (flags.verbose && flags.silent) throw new InputError('--verbose and --silent exclude each other: give one of them.');
  const port = readPort(flags.port, '--port', 4010);
  const delayMs = readDelay(flags.delay);

  const stopped = stopSignal();
  // Whoever read the log may leave; the mock stays for those who call it.
  process.stdout.on('error', () => undefined);
  // Loaded now, so that help and mistakes need not wait for Prism.
  const [{ startMock }, { exchangeLines }] = await Promise.all([import('./index.js'), import('./log-lines.js')]);
  const mock = await startMock({
    port,
    delayMs,
    ...(flags.host !== undefined && { host: flags.host }),
    ...(flags.description !== undefined && { description: flags.description }),
    ...(!flags.silent && {
      log: (exchange) => {
        console.log(exchangeLines(exchange, flags.verbose === true));
      },
    }),
  });
  const width = Math.max(...mock.operations.map(({ method }) => method.length));
  const lines = mock.operations.map(({ method, path, operationId }) => `  ${method.padEnd(width)} ${path}  ${operationId}`);
  console.log(printable([`${mock.title} is mocked on ${mock.url}`, ...lines].join('\n')));
  await stopped;
  await mock.close();
});

function readDelay(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,6}$/.test(text)) throw new InputError(`--delay is "${text}": give a number of milliseconds from 0 to 999999.`);
  return Number(text);
}

async function packageVersion(): Promise<string> {
  const file = join(projectDirectory(), 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
