import { join, resolve as resolvePath } from 'node:path';
import { manifestOf, readManifest } from '../command/manifest.js';
import type { Description } from '../description/types.js';
import { renderDocs } from '../docs/render-docs.js';
import { renderOperations } from '../generate/operations-file.js';
import { renderTypes } from '../generate/schema-file.js';
import { bundleDescription, toJson, toYaml } from '../redocly/bundle.js';
import { lintConfig, lintDescription } from '../redocly/lint.js';
import type { RedoclyProcess } from '../redocly/redocly-process.js';
import { addCodeSamples } from '../samples/add-code-samples.js';
import { isOwn, type BuildInput } from './input.js';
import type { Outputs } from './outputs.js';
import { compilePackage } from './package.js';
import { renderReadmes } from './readmes.js';
import { Schedule } from './schedule.js';

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
 * @param redocly Redocly in a process that stays; the caller ends it. Default: each command in a process of its own.
 */
export function startBuild(input: BuildInput, redocly?: RedoclyProcess): Build {
  const { root, out } = input;
  const schedule = new Schedule();
  const entry = resolvePath(input.description);
  const config = lintConfig(entry, isOwn(input) ? join(root, 'redocly.yaml') : undefined);

  const bundle = schedule.stage('bundle', [config], (rules) => bundleDescription(entry, rules, root));
  const samples = schedule.stage('samples', [bundle], (description) => addCodeSamples(description, manifestOf(entry)?.name));
  const docs = schedule.stage('docs', [samples], (description) => renderDocs(description, manifestOf(entry), redocly?.run));
  // The page takes longest, and is made in another process: what keeps this one busy starts after it.
  const samplesEnded = samples.then(
    () => undefined,
    () => undefined,
  );
  const lint = schedule.stage('lint', [config, samplesEnded], (rules) => lintDescription(entry, rules, root));
  // openapi-typescript prints some of its complaints itself: what the rules find is found before it.
  const types = schedule.stage('types', [bundle, lint], renderTypes);
  // The package has the client beside the file. Another project has the package installed.
  const packaged = schedule.stage('operations', [bundle], (description) =>
    renderOperations(description, '../src/client/generated-imports.js'),
  );
  const operations = out === root ? packaged : bundle.then((description) => renderOperations(description, readManifest().name));
  const compiled = schedule.stage('package', [types, packaged], compilePackage);
  const readmes = schedule.stage('readmes', [samples], async (description): Promise<Outputs> =>
    out === root ? renderReadmes(root, description) : new Map(),
  );

  const outputs = Promise.all([samples, types, operations, compiled, docs, readmes, lint]).then(
    ([description, schema, data, javascript, page, tables]): Outputs => {
      const [yaml, json] = [toYaml(description), toJson(description)];
      return new Map<string, string | Uint8Array>([
        ['generated/openapi.yaml', yaml],
        ['generated/openapi.json', json],
        ['generated/schema.d.ts', schema],
        ['generated/operations.ts', data],
        ...tables,
        ...javascript,
        ...[...page].map(([name, content]): [string, string] => [`dist/docs/${name}`, content]),
        ['dist/docs/openapi.yaml', yaml],
        ['dist/docs/openapi.json', json],
      ]);
    },
  );
  // The schedule reports the failure itself.
  outputs.catch(() => undefined);
  return { schedule, description: samples, outputs };
}
