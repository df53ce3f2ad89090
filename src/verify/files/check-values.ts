import { resolve } from '../../description/references/resolve.js';
import { namedExamples } from '../../description/operations.js';
import type { Description, MediaType, Parameter, Schema } from '../../description/types.js';
import { isHeaderValue } from '../../contract/message/headers.js';
import { parseWithDigits, replaceInJson } from '../../contract/message/json.js';
import type { ContractOperation } from '../../contract/operations.js';
import { exampleValue } from '../../requests/examples/example-value.js';
import { isNamed, type Step } from '../walk/plan.js';
import { isNumber } from '../walk/real-request.js';
import type { Values } from './values-file.js';

/**
 * Finds entries of a values file that the description does not have.
 *
 * @param path The path of the file, for the messages.
 * @param steps All steps of the description, including those that `--only` leaves out.
 * @returns A sentence for each problem, without values of the file.
 */
export function valuesProblems(
  { replace, credentials, skip }: Values,
  path: string,
  { description, operations, steps }: { description: Description; operations: ContractOperation[]; steps: Step[] },
): string[] {
  const examples = exampleValues(description, operations);
  const schemes = Object.keys(description.components?.securitySchemes ?? {});
  const ids = operations.map(({ documented }) => documented.operationId).join(', ');
  return [
    ...[...replace].flatMap(([example, value], index) => replaceProblems({ example, value, index }, examples, path)),
    ...[...credentials].flatMap(([name, value]) => {
      if (!schemes.includes(name)) {
        const known = schemes.length > 0 ? `it has ${schemes.join(', ')}` : 'it has none';
        return [`${path} has credentials for "${name}", which is no security scheme of the description: ${known}.`];
      }
      return isHeaderValue(value)
        ? []
        : [`The credentials for "${name}" in ${path} hold a character that no header may hold: correct them.`];
    }),
    ...[...skip.keys()]
      .filter((name) => !steps.some((step) => isNamed(step, name)))
      .map((name) => `${path} skips "${name}", which is not in the description: it has ${ids}, each with .status or .example.`),
  ];
}

/** The example values of a description as text, and whether each is a number. */
type ExampleValues = Map<string, 'text' | 'number'>;

function replaceProblems(
  { example, value, index }: { example: string; value: string; index: number },
  examples: ExampleValues,
  path: string,
): string[] {
  const kind = examples.get(example);
  if (kind === 'number' && !isNumber(value)) {
    return [`The value for ${example} in ${path} is no number, as the example is: give a number.`];
  }
  if (kind) return [];
  // The entry is reversed, so its name is the real value and may be a secret. The message must not contain it.
  if (examples.has(value)) {
    return [`Entry ${index + 1} of "replace" in ${path} is the wrong way round: write "example value: value of this server".`];
  }
  return [`${path} replaces ${JSON.stringify(example)}, which is no example value of the description: correct it.`];
}

function exampleValues(description: Description, operations: ContractOperation[]): ExampleValues {
  const found: ExampleValues = new Map();
  const add = (value: unknown): void => {
    if (typeof value === 'number' || typeof value === 'bigint') found.set(String(value), 'number');
    else if (typeof value === 'string') addText(value, add, found);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  for (const { documented } of operations) {
    const media = Object.values(documented.requestBody?.content ?? {});
    for (const holder of [...documented.parameters, ...media]) {
      examplesOf(description, holder).forEach(add);
      add(exampleValue(description, { operation: documented, holder, required: true }, undefined));
    }
  }
  for (const reference of Object.values(description.components?.securitySchemes ?? {})) {
    add(resolve(description, reference)['x-example']);
  }
  return found;
}

function addText(text: string, add: (value: unknown) => void, found: ExampleValues): void {
  if (!found.has(text)) found.set(text, 'text');
  if (!/^\s*[[{]/.test(text) || parseWithDigits(text) === undefined) return;
  replaceInJson(text, (token, isText) => {
    // A number is replaced by its digits, since a parsed one could lose some.
    if (isText) add(JSON.parse(token));
    else found.set(token, 'number');
    return undefined;
  });
}

function examplesOf(description: Description, holder: MediaType | Parameter): unknown[] {
  const schema: Schema = holder.schema ? resolve(description, holder.schema) : {};
  const named = [...namedExamples(description, holder).values()].map(({ value }) => value);
  return [...named, holder.example, schema.example, schema.examples, schema.default];
}
