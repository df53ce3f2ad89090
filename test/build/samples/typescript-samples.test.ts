import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import { builtDescription } from '../docs/built-page.js';
import { root } from '../../support/command.js';
import { typeProblems, type TypeProblem } from '../../support/type-check.js';

const samples = documentedOperations(await builtDescription()).flatMap(({ operationId, operation }) =>
  (operation['x-codeSamples'] ?? []).filter(({ label }) => label === 'TypeScript').map(({ source }) => ({ operationId, source })),
);

let directory: string;
let problems: TypeProblem[];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samples-'));
  const files = [
    ...samples,
    // Proves that the check notices errors.
    ...samples.map(({ operationId, source }) => ({
      operationId: `${operationId}-wrong`,
      source: source.replace('body:', 'boddy:'),
    })),
  ].map(({ operationId, source }) => ({ file: `${operationId}.ts`, source }));
  await Promise.all(files.map(({ file, source }) => writeFile(join(directory, file), source)));
  const names = files.map(({ file }) => file);
  problems = await typeProblems(directory, names, {
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
    skipLibCheck: true,
    paths: { '@projectthanos/password-reset': [`${root}src/client/index.ts`] },
  });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(samples)('the TypeScript sample of $operationId type-checks', ({ operationId }) => {
  expect(problems.filter(({ file }) => file === `${operationId}.ts`)).toEqual([]);
});

test.each(samples)('the TypeScript sample of $operationId with a wrong name does not', ({ operationId }) => {
  expect(problems.filter(({ file }) => file === `${operationId}-wrong.ts`)).not.toEqual([]);
});
