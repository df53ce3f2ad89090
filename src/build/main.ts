import { resolve } from 'node:path';
import { userPath } from '../command/files/user-path.js';
import { InputError } from '../command/input-error.js';
import { flagLines, parseFlags } from '../command/parse-flags.js';
import { runCommand } from '../command/run-command.js';
import { ownInput } from './input.js';

const usage = 'npm run build [-- --description FILE --out DIRECTORY [options]]';

const flagTable = {
  // The script "check" of package.json passes this flag.
  check: { type: 'boolean' },
  description: { type: 'string', value: 'FILE', help: 'another description of OpenAPI 3.0 to 3.2, YAML or JSON' },
  out: { type: 'string', value: 'DIRECTORY', help: 'the directory for its outputs' },
  strict: { type: 'boolean', help: 'problems that the linter finds are errors' },
  'keep-going': { type: 'boolean', help: 'write the outputs of the other stages when one fails' },
  'external-refs': {
    type: 'boolean',
    help: 'follow references out of the folder of the description, or to other servers',
  },
  'openapi-3.0': { type: 'boolean', help: 'also write the description in OpenAPI 3.0' },
  help: { type: 'boolean', help: 'this text' },
} as const;

const help = `Usage: ${usage}
       npm run check

Builds everything that is derived from the description of this project, or from another one. "npm run check" makes the
same, writes nothing, and exits with 1 when a generated file is out of date.

${flagLines(flagTable)}
`;

void runCommand(async () => {
  const flags = parseFlags(flagTable, usage);
  if (flags.help) return void process.stdout.write(help);
  const own = ownInput(process.cwd());
  const input = {
    root: own.root,
    description: flags.description === undefined ? own.description : resolve(userPath(flags.description)),
    out: resolve(flags.out === undefined ? own.out : userPath(flags.out)),
    ...(flags.strict && { strict: true }),
    keepGoing: flags['keep-going'] === true,
    openApi30: flags['openapi-3.0'] === true,
    externalRefs: flags['external-refs'] === true,
  };
  if (flags.description !== undefined && flags.out === undefined) {
    throw new InputError('--description requires --out: name the directory for the output.');
  }
  const { build, check } = await import('./build.js');
  await (flags.check ? check(input) : build(input));
});
