import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentedOperations } from '../../src/description/operations.js';
import { builtDescription } from '../docs/built-page.js';
import { root } from '../support/command.js';

const samples = documentedOperations(await builtDescription()).flatMap(({ operationId, operation }) =>
  (operation['x-codeSamples'] ?? []).filter(({ label }) => label === 'TypeScript').map(({ source }) => ({ operationId, source })),
);

let directory: string;
let problems: Map<string, string[]>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samples-'));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  const files = [
    ...samples,
    // What the check would not notice, it would not prove.
    ...samples.map(({ operationId, source }) => ({
      operationId: `${operationId}-wrong`,
      source: source.replace('body:', 'boddy:'),
    })),
  ].map(({ operationId, source }) => ({ path: join(directory, `${operationId}.ts`), source }));
  await Promise.all(files.map(({ path, source }) => writeFile(path, source)));
  const program = ts.createProgram(
    files.map(({ path }) => path),
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
      typeRoots: [`${root}node_modules/@types`],
      skipLibCheck: true,
      paths: { '@projectthanos/password-reset': [`${root}src/client/index.ts`] },
    },
  );
  problems = new Map(
    files.map(({ path }) => [
      path,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(path))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(samples)('the TypeScript sample of $operationId type-checks', ({ operationId }) => {
  expect(problems.get(join(directory, `${operationId}.ts`))).toEqual([]);
});

test.each(samples)('the TypeScript sample of $operationId with a wrong name does not', ({ operationId }) => {
  expect(problems.get(join(directory, `${operationId}-wrong.ts`))).not.toEqual([]);
});
