import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMock } from '../../src/mock/index.js';
import { root, run } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';
import { readers, type Result } from './readers.js';

// Runs other tools on the description, and writes the rows of the table in openapi/README.md. Fails if a tool can no longer
// read the description.

await installIntoCache('readers');
const cache = cacheOf('readers');
await cp(join(root, 'test/readers/programs'), join(cache, 'programs'), { recursive: true });
const { dependencies } = JSON.parse(await readFile(join(root, 'test/readers/package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const mock = await startMock({ port: 0 });
const rows: Array<Record<string, string>> = [];
const failures: string[] = [];
for (const { packageName, program, kind, row } of readers) {
  const files = ['generated/openapi.json', 'generated/openapi-3.0.yaml'].map((file) => join(root, file));
  const { code, stdout, stderr } = await run(process.execPath, ['programs/run.js', program, mock.url, ...files], { cwd: cache });
  if (code !== 0) failures.push(`${packageName}: ${stderr.trim().split('\n').at(-1) ?? 'it ended without a word'}`);
  else {
    const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
    const tool = { tool: `\`${packageName}\` ${dependencies[packageName] ?? ''}, ${kind}` };
    rows.push({ ...tool, ...row(result) });
    console.log(JSON.stringify(rows.at(-1)));
  }
}
await mock.close();
if (failures.length > 0) {
  console.error(['These tools no longer read the description:', ...failures].join('\n'));
  process.exitCode = 1;
} else {
  await writeFile(join(root, 'test/readers/results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.log('Written: test/readers/results.json. "npm run build" writes the table from it.');
}
