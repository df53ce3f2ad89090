import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { readManifest } from '../command/manifest.js';
import { bundleDescription, toJson, toYaml } from '../redocly/bundle.js';
import type { RedoclyProcess } from '../redocly/redocly-process.js';
import type { Description } from '../description/types.js';
import { Compiler } from './compiler.js';
import { renderDocs } from '../docs/render-docs.js';
import type { BuildInput } from './input.js';
import { lintConfig, lintDescription } from '../redocly/lint.js';
import { renderOperations } from '../generate/operations-file.js';
import { readOutputs, type Outputs } from './outputs.js';
import { renderReadmes } from './readmes.js';
import { addCodeSamples } from '../samples/add-code-samples.js';
import { Schedule } from './schedule.js';

/** Programs that take long to load, and stay from one build to the next. */
export interface Tools {
  compiler: Compiler;
  redocly: RedoclyProcess;
}

/** A build under way. */
export interface Build {
  schedule: Schedule;
  /** The description in one piece, code samples included. */
  description: Promise<Description>;
  /** Everything that is generated, once each stage has succeeded. */
  outputs: Promise<Outputs>;
}

/**
 * Starts every stage of a build; this is the one place that says which stage needs which.
 * Nothing is written to the project.
 *
 * @param tools Programs to use; the caller ends them. Default: the build starts its own, and ends them.
 */
export function startBuild({ root, description: path, out }: BuildInput, tools?: Tools): Build {
  const schedule = new Schedule();
  const compiler = tools?.compiler ?? new Compiler();
  const entry = resolvePath(path);
  const config = lintConfig(root, entry);

  const bundle = schedule.stage('bundle', [config], (rules) => bundleDescription(entry, rules, root));
  const samples = schedule.stage('samples', [bundle], addCodeSamples);
  const docs = schedule.stage('docs', [samples], async (description): Promise<Array<[string, string]>> =>
    [...(await renderDocs(description, tools?.redocly.run))].map(([name, text]) => [`dist/docs/${name}`, text]),
  );
  const lint = schedule.stage('lint', [config], (rules) => lintDescription(entry, rules, root));
  const types = schedule.stage('types', [bundle], (description) => compiler.run('renderTypes', description));
  // Within the package the client is beside the file; in another project it is an installed package.
  const packaged = schedule.stage('operations', [bundle], (description) =>
    renderOperations(description, '../src/client/generated-imports.js'),
  );
  const operations = out === root ? packaged : bundle.then((description) => renderOperations(description, readManifest().name));
  const compiled = schedule.stage('package', [types, packaged], (schema, data) =>
    inTemporaryDirectory('dist', (directory) =>
      compiler.run('compilePackage', { generated: { 'schema.d.ts': schema, 'operations.ts': data }, outDirectory: directory }),
    ),
  );

  const readmes = schedule.stage('readmes', [samples], async (description): Promise<Outputs> =>
    out === root ? renderReadmes(root, description) : new Map(),
  );

  const texts = samples.then((description) => [toYaml(description), toJson(description)] as const);
  const outputs = Promise.all([texts, types, operations, compiled, docs, readmes, lint]).then(
    ([[yaml, json], schema, data, javascript, page, tables]): Outputs =>
      new Map<string, string | Uint8Array>([
        ['generated/openapi.yaml', yaml],
        ['generated/openapi.json', json],
        ['generated/schema.d.ts', schema],
        ['generated/operations.ts', data],
        ...tables,
        ...javascript,
        ...page,
        ['dist/docs/openapi.yaml', yaml],
        ['dist/docs/openapi.json', json],
      ]),
  );
  // The failure itself is told by the schedule.
  outputs.catch(() => undefined);
  if (!tools) {
    Promise.allSettled([types, compiled]).then(
      () => compiler.close(),
      () => undefined,
    );
  }
  return { schedule, description: samples, outputs };
}

async function inTemporaryDirectory(prefix: string, fill: (directory: string) => Promise<void>): Promise<Outputs> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-build-'));
  try {
    await fill(directory);
    return await readOutputs(directory, prefix);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
