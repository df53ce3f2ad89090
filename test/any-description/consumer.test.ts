import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest } from '../../src/command/files/manifest.js';
import { completeDescription } from '../../src/description/complete.js';
import { documentedOperations } from '../../src/description/operations.js';
import { renderClientFiles } from '../../src/build/generate/client-files.js';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { root } from '../support/command.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { typeProblems, type TypeProblem } from '../support/type-check.js';
import { describeWith } from './hostile/fields.js';
import { payloads } from './hostile/payloads.js';
import { publicDescriptions } from './public-descriptions.js';

const packageName = readManifest().name;
const local = ['library.yaml', 'notes.yaml'].map((name) => [name, join(root, 'test/any-description', name)] as const);
/** Each description with its file. The one with hostile texts has no file. */
const descriptions: Array<[name: string, path?: string]> = [
  ...Object.entries(publicDescriptions),
  ...local.map(([name, path]): [string, string] => [name, path]),
  ['openapi.yaml', join(root, 'openapi/openapi.yaml')],
  ['hostile texts'],
];

/**
 * A project with the package installed. All descriptions are one program, since checking the standard library takes most of the
 * time.
 */
let project: string;
let problems: TypeProblem[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'password-reset-consumer-'));
  const files = new Map<string, string>();
  for (const [maker, path] of descriptions) {
    const { description } =
      path === undefined ? completeDescription(describeWith(Object.values(payloads))) : await readCompleteDescription(path);
    const methods = documentedOperations(description).slice(0, 3);
    files.set(`${maker}/schema.d.ts`, renderTypes(description));
    for (const [name, text] of Object.entries(renderClientFiles(description, `${packageName}/generated-imports`)))
      // The comment spares users the check of the values: it is done here.
      files.set(`${maker}/${name}`, text.replace('// @ts-nocheck', '//'));
    files.set(`${maker}/program.ts`, programThatCalls(methods.map(({ operationId }) => operationId)));
  }
  files.set('wrong/program.ts', wrongProgram());
  for (const [name, text] of files) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), text);
  }
  const options = {
    // The standard library need not be checked again.
    skipDefaultLibCheck: true,
    types: [],
    paths: {
      [`${packageName}/client`]: [join(root, 'dist/src/client/any-description.d.ts')],
      [`${packageName}/generated-imports`]: [join(root, 'dist/src/client/generated-imports.d.ts')],
    },
  };
  // The oldest supported compiler.
  problems = await typeProblems(project, [...files.keys()], options);
}, 180_000);
afterAll(() => rm(project, { recursive: true, force: true }));

it.each(descriptions)('the client generated for %s type-checks in a strict consumer', (maker) => {
  expect(problems.filter(({ file }) => file.startsWith(`${maker}/`))).toEqual([]);
});

it('a wrong program does not', () => {
  const messages = problems.filter(({ file }) => file.startsWith('wrong/')).map(({ message }) => message);
  expect(messages).toEqual([expect.stringContaining('no overlap') as string]);
});

function programThatCalls(operationIds: string[]): string {
  return `import { createClient } from '${packageName}/client';
import * as each from './each-operation.js';
import { description, type Operations } from './operations.js';
import type { paths } from './schema.js';

const api = createClient<Operations, paths>({ ...description, baseUrl: 'https://api.example.com' });
export const client = createClient({ baseUrl: 'https://api.example.com', operations: each });
${operationIds
  .map((operationId) => JSON.stringify(operationId))
  .map(
    (name) =>
      `export const statusOf${name.replaceAll(/\W/g, '_')} = async (...init: Parameters<typeof api[${name}]>) => (await api[${name}](...init)).status;`,
  )
  .join('\n')}
`;
}

function wrongProgram(): string {
  const program = programThatCalls(['listBooks']).replaceAll("'./", "'../library.yaml/");
  return `${program}const result = await api.listBooks();\nif (result.status === 'no such status') console.log(result);\n`;
}
