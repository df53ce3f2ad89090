import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, it } from 'vitest';
import { readManifest } from '../../src/command/files/manifest.js';
import { completeDescription } from '../../src/description/complete.js';
import { documentedOperations } from '../../src/description/operations.js';
import { renderOperations } from '../../src/generate/operations-file.js';
import { renderTypes } from '../../src/generate/schema-file.js';
import { root } from '../support/command.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { describeWith } from './hostile/fields.js';
import { payloads } from './hostile/payloads.js';
import { publicDescriptions } from './public-descriptions.js';

const packageName = readManifest().name;
const local = ['library.yaml', 'notes.yaml'].map((name) => [name, join(root, 'test/any-description', name)] as const);
/** Each with its file; the one of hostile texts has none. */
const descriptions: Array<[name: string, path?: string]> = [
  ...Object.entries(publicDescriptions),
  ...local.map(([name, path]): [string, string] => [name, path]),
  ['hostile texts'],
];

/** A project that has the package installed: its files by their paths. None of them is written. */
const project = join(root, 'test/any-description/consumer');
const files = new Map<string, string>();

/** One program for all, since most of its time goes into the standard library. */
let problems: string[];

beforeAll(async () => {
  for (const [maker, path] of descriptions) {
    const { description } =
      path === undefined ? completeDescription(describeWith(Object.values(payloads))) : await readCompleteDescription(path);
    const at = (name: string): string => join(project, maker, name);
    files.set(at('schema.d.ts'), await renderTypes(description));
    files.set(at('operations.ts'), renderOperations(description, packageName));
    const methods = documentedOperations(description).slice(0, 3);
    files.set(at('program.ts'), programThatCalls(methods.map(({ operationId }) => operationId)));
  }
  problems = typeCheck();
}, 60_000);

it.each(descriptions)('the client generated for %s type-checks in a strict consumer', (maker) => {
  expect(problems.filter((problem) => problem.startsWith(`${maker}/`))).toEqual([]);
});

it('a wrong program does not', () => {
  expect(problems.filter((problem) => problem.startsWith('wrong/'))).toEqual([expect.stringContaining('no overlap') as string]);
});

function programThatCalls(operationIds: string[]): string {
  return `import { createClient } from '${packageName}';
import { description, type Operations } from './operations.js';
import type { paths } from './schema.js';

const api = createClient<Operations, paths>({ ...description, baseUrl: 'https://api.example.com' });
${operationIds
  .map((operationId) => JSON.stringify(operationId))
  .map(
    (name) =>
      `export const statusOf${name.replaceAll(/\W/g, '_')} = async (...init: Parameters<typeof api[${name}]>) => (await api[${name}](...init)).status;`,
  )
  .join('\n')}
`;
}

function typeCheck(): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    // The standard library is checked by its makers.
    skipDefaultLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
    paths: { [packageName]: [join(root, 'dist/src/client/index.d.ts')] },
  };
  files.set(
    join(project, 'wrong/program.ts'),
    programThatCalls(['listBooks']).replaceAll("'./", "'../library.yaml/") +
      `const result = await api.listBooks();\nif (result.status === 'no such status') console.log(result);\n`,
  );
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    directoryExists: (path) => path.startsWith(project) || ts.sys.directoryExists(path),
    getSourceFile: (path, version) => {
      const text = files.get(path);
      return text === undefined ? host.getSourceFile(path, version) : ts.createSourceFile(path, text, version);
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const place = file ? `${file.fileName.slice(project.length + 1)}:${file.getLineAndCharacterOfPosition(start).line + 1}` : '';
    return `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
