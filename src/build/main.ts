import { resolve } from 'node:path';
import { InputError } from '../command/input-error.js';
import { parseFlags } from '../command/parse-flags.js';
import { runCommand } from '../command/run-command.js';
import { boundHeapGrowth } from './heap.js';
import { ownInput } from './input.js';

boundHeapGrowth();
await runCommand(async () => {
  const flags = parseFlags(
    {
      check: { type: 'boolean' },
      description: { type: 'string' },
      out: { type: 'string' },
      strict: { type: 'boolean' },
      'keep-going': { type: 'boolean' },
      'external-refs': { type: 'boolean' },
      'openapi-3.0': { type: 'boolean' },
    },
    'npm run build [-- --description FILE --out DIRECTORY [--strict] [--keep-going] [--external-refs] [--openapi-3.0]]',
  );
  const own = ownInput(process.cwd());
  const input = {
    root: own.root,
    description: resolve(flags.description ?? own.description),
    out: resolve(flags.out ?? own.out),
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
