import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unescapeToken } from '../../description/references/pointer.js';
import { InputError } from '../../command/input-error.js';
import { readYaml } from '../../reading/read-yaml.js';

/** A value of a response that the request of a later operation needs. */
export interface StepOutput {
  /** The operationId of the operation whose response has the value. */
  from: string;
  /** The Arazzo runtime expression of its place in the response, such as `$response.body#/id`. */
  expression: string;
  /** The operationId of the operation whose request needs the value. */
  to: string;
  /** Its place in the request: a parameter, or a path of names within the body. */
  place: { in: string; name: string } | { in: 'body'; way: string[] };
}

/** The parts of an Arazzo description that the check uses. */
export interface Workflow {
  /** The operationIds, in the order of the steps. */
  order: string[];
  outputs: StepOutput[];
}

interface Arazzo {
  arazzo?: unknown;
  workflows?: Array<{ steps?: Step[] }>;
}

interface Step {
  stepId?: string;
  operationId?: string;
  parameters?: Array<{ name?: string; in?: string; value?: unknown }>;
  requestBody?: { payload?: unknown; replacements?: Array<{ target?: string; value?: unknown }> };
  outputs?: Record<string, unknown>;
}

/**
 * Reads an Arazzo 1.0 description: the order of the operations, and the values that they pass on. It uses steps with an
 * `operationId`, and values that consist of `$steps.<stepId>.outputs.<name>` only. Everything else is ignored.
 *
 * @param path The file, YAML or JSON.
 * @throws InputError when the file cannot be read or is not an Arazzo description.
 */
export async function readWorkflow(path: string): Promise<Workflow> {
  const document = (await readYaml(path)) as Arazzo | undefined;
  if (typeof document?.arazzo !== 'string' || !Array.isArray(document.workflows)) {
    throw new InputError(`The workflow ${path} is no Arazzo description: give one with the fields "arazzo" and "workflows".`);
  }
  const workflows = document.workflows.map(({ steps }) => steps ?? []);
  const order = new Set(workflows.flat().flatMap((step) => operationOf(step) ?? []));
  return { order: [...order], outputs: workflows.flatMap((steps) => steps.flatMap((step) => outputsTo(step, steps))) };
}

/**
 * Finds an Arazzo description: the first file of a directory whose name ends in `.arazzo.yaml`, `.arazzo.yml` or
 * `.arazzo.json`.
 *
 * @returns Its path; `undefined` if there is none.
 */
export async function findWorkflow(directory: string): Promise<string | undefined> {
  const names = await readdir(directory).catch(() => []);
  const name = names.sort().find((one) => /\.arazzo\.(ya?ml|json)$/.test(one));
  return name && join(directory, name);
}

function operationOf({ operationId }: Step): string | undefined {
  // With several source descriptions, it is `$sourceDescriptions.<name>.<operationId>`.
  return operationId?.replace(/^\$sourceDescriptions\.[^.]+\./, '');
}

function outputsTo(step: Step, steps: Step[]): StepOutput[] {
  const to = operationOf(step);
  if (to === undefined) return [];
  const inParameters = (step.parameters ?? []).map(({ in: place = '', name = '', value }) => ({
    value,
    place: { in: place, name },
  }));
  const inBody = leaves(step.requestBody?.payload).map(({ value, way }) => ({ value, place: { in: 'body' as const, way } }));
  const replaced = (step.requestBody?.replacements ?? []).map(({ target = '', value }) => ({
    value,
    place: { in: 'body' as const, way: target.split('/').slice(1).map(unescapeToken) },
  }));
  return [...inParameters, ...inBody, ...replaced].flatMap(({ value, place }): StepOutput[] => {
    const [, stepId, output = ''] = /^\{?\$steps\.([\w-]+)\.outputs\.([\w.-]+)\}?$/.exec(String(value)) ?? [];
    const giver = steps.find((one) => one.stepId === stepId);
    const expression = giver?.outputs?.[output];
    const from = giver && operationOf(giver);
    return from !== undefined && typeof expression === 'string' ? [{ from, expression, to, place }] : [];
  });
}

/** The primitive values inside a value, each with its path of names. */
function leaves(value: unknown, way: string[] = []): Array<{ value: unknown; way: string[] }> {
  if (typeof value !== 'object' || value === null) return [{ value, way }];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...way, name]));
}
