import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isList, isObject, listOf, objectOf, type Json } from '../../description/json-value.js';
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

/**
 * Reads an Arazzo 1.0 description: the order of the operations, and the values that they pass on. It uses steps with an
 * `operationId`, and values that consist of `$steps.<stepId>.outputs.<name>` only. Everything else is ignored.
 *
 * @param path The file, YAML or JSON.
 * @throws InputError when the file cannot be read or is not an Arazzo description.
 */
export async function readWorkflow(path: string): Promise<Workflow> {
  const { arazzo, workflows } = objectOf(await readYaml(path));
  if (typeof arazzo !== 'string' || !isList(workflows)) {
    throw new InputError(`The workflow ${path} is no Arazzo description: give one with the fields "arazzo" and "workflows".`);
  }
  const all = workflows.map((workflow) => listOf(objectOf(workflow).steps).filter(isObject));
  const order = new Set(all.flat().flatMap((step) => operationOf(step) ?? []));
  return { order: [...order], outputs: all.flatMap((steps) => steps.flatMap((step) => outputsTo(step, steps))) };
}

/**
 * Finds an Arazzo description: the first file of a directory whose name ends in `.arazzo.yaml`, `.arazzo.yml` or
 * `.arazzo.json`.
 *
 * @returns Its path; `undefined` if there is none.
 */
export async function findWorkflow(directory: string): Promise<string | undefined> {
  const names = await readdir(directory).catch(() => undefined);
  const name = names?.sort().find((one) => /\.arazzo\.(ya?ml|json)$/.test(one));
  return name && join(directory, name);
}

function operationOf({ operationId }: Json): string | undefined {
  // With several source descriptions, it is `$sourceDescriptions.<name>.<operationId>`.
  return typeof operationId === 'string' ? operationId.replace(/^\$sourceDescriptions\.[^.]+\./, '') : undefined;
}

function outputsTo(step: Json, steps: Json[]): StepOutput[] {
  const to = operationOf(step);
  if (to === undefined) return [];
  const { payload, replacements } = objectOf(step.requestBody);
  const inBody = (value: unknown, way: string[]) => ({ value, place: { in: 'body' as const, way } });
  const taken = [
    ...listOf(step.parameters).map((parameter) => {
      const { in: place, name, value } = objectOf(parameter);
      return { value, place: { in: String(place), name: String(name) } };
    }),
    ...leaves(payload).map(({ value, way }) => inBody(value, way)),
    ...listOf(replacements).map((replacement) => {
      const { target, value } = objectOf(replacement);
      return inBody(value, String(target).split('/').slice(1).map(unescapeToken));
    }),
  ];
  return taken.flatMap(({ value, place }): StepOutput[] => {
    const named = /^\{?\$steps\.(?<step>[\w-]+)\.outputs\.(?<output>[\w.-]+)\}?$/.exec(String(value))?.groups;
    const giver = named && steps.find(({ stepId }) => stepId === named.step);
    const expression = giver && objectOf(giver.outputs)[String(named.output)];
    const from = giver && operationOf(giver);
    return from !== undefined && typeof expression === 'string' ? [{ from, expression, to, place }] : [];
  });
}

/** The primitive values inside a value, each with its path of names. */
function leaves(value: unknown, way: string[] = []): Array<{ value: unknown; way: string[] }> {
  if (typeof value !== 'object' || value === null) return [{ value, way }];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...way, name]));
}
