import { parseFlags } from '../command/parse-flags.js';
import { runCommand } from '../command/run-command.js';
import { build, check } from './build.js';

await runCommand(async () => {
  const flags = parseFlags({ check: { type: 'boolean' } }, 'npm run build, or npm run check');
  const input = { root: process.cwd(), description: 'openapi/openapi.yaml' };
  await (flags.check ? check(input) : build(input));
});
