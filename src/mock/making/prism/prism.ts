import { exampleOutput } from './example-output.js';
import { loadPrism } from './load-prism.js';
import type { MadeOutput, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';

/**
 * Makes the response of an operation as Prism does.
 *
 * @param choice Which response.
 * @param generator Options of json-schema-faker for a dynamic body.
 * @throws Error of Prism's when it cannot make the response.
 */
export function generate(
  operation: PrismOperation,
  request: PrismRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown> = {},
): MadeOutput {
  return exampleOutput(operation, request, choice) ?? prismOutput(operation, request, choice, generator);
}

/** The same by Prism, whatever it is. */
export function prismOutput(
  operation: PrismOperation,
  request: PrismRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown> = {},
): MadeOutput {
  const { mock } = loadPrism();
  if (choice.dynamic) setGenerator(generator);
  const config = { dynamic: false, ...choice };
  const result = mock({ resource: operation, input: { data: request, validations: [] }, config })(silent);
  if (result._tag === 'Left') throw result.left;
  return result.right;
}

/** All mocks of a process share one generator, and a seed or an option would stay for all who ask after it. */
function setGenerator(options: Record<string, unknown>): void {
  const { faker, resetGenerator } = loadPrism();
  resetGenerator();
  for (const [name, value] of Object.entries(options)) {
    if (name === 'locale') faker.JSONSchemaFaker.locate('faker').setLocale(value);
    else faker.JSONSchemaFaker.option(camelCase(name), value);
  }
}

function camelCase(name: string): string {
  return name.replaceAll(/[-_ ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Prism logs several lines a request; the mock writes one of its own. */
const silent = {
  child: () => silent,
  success: ignore,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
};

function ignore(): void {
  // Nothing is logged here.
}
