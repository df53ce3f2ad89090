import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, check } from '../../../src/build/build.js';
import { ownInput } from '../../../src/build/input.js';
import { runTool } from '../../support/command.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { addOperation } from './add-operation.js';

const endings: Array<() => unknown> = [];
let project: string;
beforeAll(async () => {
  project = await temporaryDirectory({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
  await addOperation(project);
});
afterAll(async () => {
  for (const end of endings) await end();
});

it('an operation that is added as CONTRIBUTING says is built, and npm run check passes', async () => {
  await build(ownInput(project));
  await check(ownInput(project));
});

it('the facts of its page are asked for until they are added, in a sentence that says where', async () => {
  // The tests of the facts need none of the programs of the global setup.
  await writeFile(join(project, 'facts.config.ts'), 'export default {};\n');
  const { code, stderr } = await runTool('vitest', ['run', '--config=facts.config.ts', 'test/own/source-facts'], {
    cwd: project,
  });
  expect(code).toBe(1);
  expect(stderr).toContain(
    'The documents have no operation "Replace Account Photo": add the facts of its page to test/own/source-facts.ts.',
  );
});
