import { join, resolve as resolvePath } from 'node:path';
import { manifestOf, readManifest } from '../../command/files/manifest.js';
import { completeDescription } from '../../description/complete.js';
import type { Description } from '../../description/types.js';
import { renderDocs } from '../docs/render-docs.js';
import { renderClientFiles, type ClientFiles } from '../generate/client-files.js';
import { bundleDescription, toJson, toYaml } from '../redocly/bundle.js';
import { lintConfig, lintDescription, lintText, type Rules } from '../redocly/lint.js';
import { addCodeSamples } from '../samples/add-code-samples.js';
import { isOwn, type BuildInput } from '../input.js';
import { printExactly, roundLargeIntegers, withLargeIntegers, withLargeLimits } from '../large-integers.js';
import { namingPath } from './naming-path.js';
import type { Outputs } from '../outputs.js';
import { nameOwnScenarios } from '../own-scenario-names.js';
import { furtherPages, renderReadmes } from '../readmes.js';
import { makeRedocPage, withoutDeadLink, type RedocPage } from '../redoc-page.js';
import { Schedule } from './schedule.js';

/** A build in progress. */
export interface Build {
  schedule: Schedule;
  /** The bundled description with code samples. */
  description: Promise<Description>;
  /** The problems that lint found and that are no errors, what the build filled in, and what it could not make. */
  warnings: Promise<string[]>;
  /** All outputs, once every stage has succeeded. Redoc's page is missing when it is left out. */
  outputs: Promise<Outputs>;
  /** The outputs of the stages that succeeded, once all stages have ended. */
  finished: () => Promise<Outputs>;
}

/**
 * Starts every stage of a build. Only this function says which stage needs which. It writes no file of the project.
 *
 * @param leaveOut `redoc` leaves out Redoc's page, which takes longest. Default: everything is made.
 */
export function startBuild(input: BuildInput, leaveOut?: 'redoc'): Build {
  const { root, out } = input;
  const schedule = new Schedule();
  const entry = resolvePath(input.description);
  const bounds = { root: entry, external: input.externalRefs === true };
  const strict = input.strict ?? isOwn(input);
  const config = lintConfig(entry, isOwn(input) ? join(root, 'redocly.yaml') : undefined);

  const bundle = schedule.stage('bundle', [config], async (rules) => {
    const { notes, named, ...completed } = completeDescription(await bundleDescription(rules, bounds, root, strict));
    if (named > 0) notes.unshift(`${named} operations without an operationId of their own were named after method and path.`);
    const { description, pathExtensions } = completed;
    const largeIntegers = [description, { paths: pathExtensions }].flatMap(roundLargeIntegers);
    return { ...completed, largeIntegers, description: await namingPath(description, nameOwnScenarios), notes };
  });
  const samples = schedule.stage('samples', [bundle], async ({ description, largeIntegers }) => {
    // The package of another project may not export a client.
    const packageName = isOwn(input) ? manifestOf(entry)?.name : undefined;
    const exact = withLargeIntegers(description, largeIntegers);
    const withSamples = await namingPath(exact, (one) => addCodeSamples(one, packageName));
    roundLargeIntegers(withSamples);
    return withSamples;
  });
  // Redoc takes longest and runs in another process. So it starts before the stages that keep this process busy.
  const redoc: Promise<RedocPage> =
    leaveOut === 'redoc'
      ? Promise.resolve({ outputs: new Map(), warnings: [] })
      : schedule.stage('redoc', [samples], (description) => makeRedocPage(description, strict));
  const lint = schedule.stage('lint', [config, ended(samples)], (rules) => lintDescription(rules, bounds, root, strict));
  // openapi-typescript prints some problems itself. So lint runs before it and reports them first.
  const types = schedule.stage('types', [bundle, lint], async ({ description, largeIntegers }) => {
    // This also loads the TypeScript compiler, which is slow. By now Redoc already runs in its own process.
    const { renderTypes } = await import('../generate/schema-file.js');
    return namingPath(withLargeLimits(description, largeIntegers), renderTypes);
  });
  // For a large description each of these stages needs much memory. So they run one after the other.
  const printed = Promise.all([samples, bundle, ended(types)]).then(([description, { pathExtensions, largeIntegers }]) => {
    const whole = { ...description, paths: { ...description.paths, ...pathExtensions } };
    const print = (text: typeof toYaml): Buffer => Buffer.from(printExactly(whole, largeIntegers, text));
    return [print(toYaml), print(toJson)] as const;
  });
  // For tools that read nothing newer than OpenAPI 3.0. Other projects get it only with a flag.
  const isDowngraded = isOwn(input) || input.openApi30 === true;
  const edition30 = isDowngraded ? [schedule.stage('openapi 3.0', [samples, config, ended(printed)], downgrade)] : [];
  const readmes = schedule.stage('readmes', [samples], async (description): Promise<Outputs> =>
    out === root ? renderReadmes(root, description) : new Map(),
  );
  const docs = schedule.stage(
    'docs',
    [samples, bundle, readmes, ended(printed)],
    async (description, { largeIntegers }, rendered) => {
      const pages = isOwn(input) ? await furtherPages(root, rendered) : undefined;
      return namingPath(withLargeIntegers(description, largeIntegers), (one) => renderDocs(one, manifestOf(entry), pages));
    },
  );
  // In this package the client is in the same repository. Another project imports it from the installed package.
  const client = out === root ? '../src/client/generated-imports.js' : `${readManifest().name}/generated-imports`;
  const operations = schedule.stage('operations', [bundle], ({ description }) =>
    namingPath(description, (one) => renderClientFiles(one, client)),
  );
  const compiled = out === root ? [schedule.stage('package', [types, operations], compileOwnPackage)] : [];
  const parts: Array<Promise<Outputs>> = [
    printed.then(
      ([yaml, json]) =>
        new Map([
          ['generated/openapi.yaml', yaml],
          ['generated/openapi.json', json],
          ['dist/docs/openapi.yaml', yaml],
          ['dist/docs/openapi.json', json],
        ]),
    ),
    types.then((text) => new Map([['generated/schema.d.ts', text]])),
    operations.then((files) => new Map(Object.entries(files).map(([name, text]) => [`generated/${name}`, text]))),
    readmes,
    ...edition30,
    ...compiled,
    docs.then(
      async (files) => new Map([...(await withoutDeadLink(files, redoc))].map(([name, text]) => [`dist/docs/${name}`, text])),
    ),
    redoc.then(({ outputs }) => outputs),
  ];
  const outputs = Promise.all([...parts, lint.then((): Outputs => new Map())]).then(together);
  const warnings = Promise.all([bundle, lint, redoc]).then(([{ notes }, problems, page]) => [
    ...problems,
    ...notes,
    ...page.warnings,
  ]);
  // The schedule reports the failure itself.
  for (const promise of [outputs, warnings]) promise.catch(() => undefined);
  const finished = async (): Promise<Outputs> => {
    const endings = await Promise.allSettled(parts);
    return together(endings.flatMap((ending) => (ending.status === 'fulfilled' ? [ending.value] : [])));
  };
  /** Makes the description in OpenAPI 3.0. For the project's own description, the result must pass the same lint rules. */
  async function downgrade(description: Description, rules: Rules): Promise<Outputs> {
    const { toOpenApi30 } = await import('../openapi-3.0/convert.js');
    const text = await namingPath(description, (one) => toYaml(toOpenApi30(one)));
    const path = 'generated/openapi-3.0.yaml';
    if (isOwn(input)) await lintText(rules, join(out, path), text, root);
    return new Map([path, 'dist/docs/openapi-3.0.yaml'].map((name) => [name, text]));
  }
  return { schedule, description: samples, warnings, outputs, finished };
}

/** Loads the module only when it is needed, since it also loads the compiler. */
async function compileOwnPackage(schema: string, client: ClientFiles): Promise<Outputs> {
  const { compilePackage } = await import('../package.js');
  return compilePackage({ 'schema.d.ts': schema, ...client });
}

/** Resolves when work has ended, whether it succeeded or failed. */
function ended(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => undefined,
    () => undefined,
  );
}

function together(parts: Outputs[]): Outputs {
  return new Map(parts.flatMap((part) => [...part]));
}
