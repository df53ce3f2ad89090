import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description } from '../../../src/description/types.js';
import { program, root } from '../../support/command.js';
import { runCommand, type Cost } from './run-command.js';
import { serve, type MockRequest } from './serve.js';

/** A stock command, and whether it and this project accepted a description. */
export interface Comparison {
  tool: string;
  stock: boolean;
  ours: boolean;
  /** Why this project did not accept it. */
  reason: string;
}

/** The results for one description. */
export interface Result {
  /** The number of characters of the bundled description. */
  size: number;
  comparisons: Comparison[];
  /** The costs of all stock commands together, and of one build. */
  build: { stock: Cost; ours: Cost };
  /** From the start of a mock to its first response. */
  mock: { stock: Cost; ours: Cost };
}

/** The requests to a mock: one for each of the first operations. */
const mostRequests = 20;

const bin = (name: string): string => join(root, 'node_modules', name);

/** Builds and serves a description with the stock commands, then with this project. */
export async function compareBothWays(description: string, directory: string): Promise<Result> {
  const at = (name: string): string => join(directory, name);
  const out = at('out');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });

  const node = process.execPath;
  const redocly = [node, bin('@redocly/cli/bin/cli.js')];
  // Outside this project, so that they do not find its configuration.
  const run = (command: string[]): Promise<Cost> => runCommand(command, directory);
  const bundle = await run([...redocly, 'bundle', description, '-o', at('bundle.json')]);
  const types = await run([node, bin('openapi-typescript/bin/cli.js'), description, '-o', at('schema.d.ts')]);
  const docs = await run([...redocly, 'build-docs', description, '--inlineBundle', '-o', at('index.html')]);
  // It fails if a rule of the stock configuration is violated. That does not stop the others.
  const lint = await run([...redocly, 'lint', description]);
  const ours = await runCommand(
    [...program('src/build/run.js', ['--description', description, '--out', out, '--keep-going'])].flat(),
    root,
  );

  const requests = bundle.failure === undefined ? await firstRequests(at('bundle.json')) : [];
  const prism = await serve([node, bin('@stoplight/prism-cli/dist/index.js'), 'mock', description, '--port'], requests);
  const mock = await serve([node, join(root, 'dist/src/mock/command.js'), '--description', description, '--port'], requests);
  const unserved = mock.failed.filter((request) => !prism.failed.includes(request));

  const built = (tool: string, stock: Cost, file: string): Comparison => {
    return { tool, stock: stock.failure === undefined, ours: existsSync(join(out, file)), reason: ours.failure ?? '' };
  };
  return {
    size: (await readFile(at('bundle.json'), 'utf8').catch(() => '')).length,
    comparisons: [
      built('redocly bundle', bundle, 'generated/openapi.yaml'),
      built('openapi-typescript', types, 'generated/schema.d.ts'),
      built('redocly build-docs', docs, 'dist/docs/index.html'),
      { tool: 'prism mock', stock: prism.failure === undefined, ours: mock.failure === undefined, reason: mock.failure ?? '' },
      {
        tool: 'prism mock, each request served',
        stock: prism.failure === undefined && (prism.failed.length === 0 || unserved.length > 0),
        ours: mock.failure === undefined && unserved.length === 0,
        reason: unserved.join(', '),
      },
    ],
    build: { stock: oneAfterTheOther([lint, bundle, types, docs]), ours },
    mock: { stock: prism, ours: mock },
  };
}

function oneAfterTheOther(costs: Cost[]): Cost {
  return {
    seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
    failure: undefined,
  };
}

async function firstRequests(bundle: string): Promise<MockRequest[]> {
  const description = parse(await readFile(bundle, 'utf8')) as Description;
  try {
    return documentedOperations(description)
      .slice(0, mostRequests)
      .map(({ method, path, responses }) => ({
        method,
        path: path.replaceAll(/\{[^}]*\}/g, '1'),
        statuses: responses.map(({ status }) => status),
      }));
  } catch {
    return [];
  }
}
