import { exampleOutput } from './example-output.js';
import { loadPrism } from './load-prism.js';
import type { MadeOutput, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';

/**
 * Makes the response of an operation, without Prism in simple cases.
 *
 * @param choice Which response to make.
 * @param generator Options of json-schema-faker for a dynamic body.
 * @throws The error of Prism when Prism cannot make the response.
 */
export function generate(
  operation: PrismOperation,
  request: PrismRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown> = {},
): MadeOutput {
  return exampleOutput(operation, request, choice) ?? prismOutput(operation, request, choice, generator);
}

/** Makes the response with Prism, in all cases. The parameters are those of `generate`. */
export function prismOutput(
  operation: PrismOperation,
  request: PrismRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown> = {},
): MadeOutput {
  const { mock } = loadPrism();
  if (choice.dynamic) setGenerator(generator);
  const config = { dynamic: false, ...choice };
  const result = quietly(() => mock({ resource: operation, input: { data: request, validations: [] }, config })(silent));
  if (result._tag === 'Left') throw result.left;
  return result.right;
}

/** Runs a function without the warnings of Prism's sampler about what it makes: the value is validated afterwards. */
function quietly<T>(run: () => T): T {
  const { warn } = console;
  console.warn = ignore;
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}

/** Sets the options of the generator. It is reset first, since all mocks of the process share it and options would stay. */
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

/** A logger that logs nothing. Prism would log several lines for each request; the mock writes its own line. */
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
