import { createRequire } from 'node:module';
import {
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
  type PrismHttpInstance,
  resetJSONSchemaGenerator,
} from '@stoplight/prism-http';
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { Description } from '../../../description/types.js';

const require = createRequire(import.meta.url);
// Loaders disagree over what the default import of a CommonJS module is.
const { default: mock } = require('@stoplight/prism-http/dist/mocker/index.js') as { default: PrismHttpComponents['mock'] };

/** An operation as Prism reads it. */
export type PrismOperation = Parameters<PrismHttpInstance['request']>[1][number];

/** What Prism finds wrong with a request or a response. */
export interface PrismDiagnostic {
  /** Where: `query`, `header`, `path` or `body`, and the way from there. */
  path?: string[];
  /** The keyword of JSON Schema that is broken. */
  code?: string | number;
  message: string;
}

/** Which response Prism is to make; its own choice for what is left out. */
export interface ResponseChoice {
  /** The status. */
  code?: number;
  /** The name of the example of the body. */
  exampleKey?: string;
  /** Whether the body is made at random from the schema. */
  dynamic?: boolean;
  /** What the values of such a body depend on. */
  seed?: string;
  /** Whether examples are disregarded. */
  ignoreExamples?: boolean;
}

export type { IHttpRequest, IHttpResponse };

/** The severity of what Prism refuses a request for; the others are warnings. */
const errorSeverity = 0;

/** Reads the operations of a description with Prism. */
export async function prismOperations(description: Description): Promise<PrismOperation[]> {
  // Prism resolves the references in place.
  return getHttpOperationsFromSpec(structuredClone(description));
}

/**
 * Validates parameters and body of a request by an operation.
 *
 * @returns What is wrong; warnings left out.
 */
export function diagnose(operation: PrismOperation, request: IHttpRequest): PrismDiagnostic[] {
  const result = validateInput({ resource: operation, element: request });
  return result._tag === 'Left' ? result.left.filter(isError) : [];
}

/**
 * Validates a response by an operation.
 *
 * @returns What is wrong; warnings left out.
 */
export function diagnoseResponse(operation: PrismOperation, response: IHttpResponse): PrismDiagnostic[] {
  const result = validateOutput({ resource: operation, element: response });
  return result._tag === 'Left' ? result.left.filter(isError) : [];
}

/**
 * Makes the response of an operation, without a look at whether the request is valid.
 *
 * @param choice Which response.
 * @param generator Options of json-schema-faker for a dynamic body.
 * @throws Error of Prism's, with the status to send where it knows one.
 */
export function generate(
  operation: PrismOperation,
  request: IHttpRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown> = {},
): IHttpResponse {
  if (choice.dynamic) setGenerator(generator);
  const config = { dynamic: false, ...choice };
  const result = mock({ resource: operation, input: { data: request, validations: [] }, config })(silent);
  if (result._tag === 'Left') throw result.left;
  return result.right;
}

interface Faker {
  JSONSchemaFaker: {
    option(name: string, value: unknown): void;
    locate(name: string): { setLocale(locale: unknown): void };
  };
}

let faker: Faker | undefined;

/** All mocks of a process share one generator, and a seed or an option would stay for all who ask after it. */
function setGenerator(options: Record<string, unknown>): void {
  resetJSONSchemaGenerator();
  if (Object.keys(options).length === 0) return;
  faker ??= createRequire(require.resolve('@stoplight/prism-http'))('json-schema-faker') as Faker;
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

function isError({ severity }: { severity: number }): boolean {
  return severity === errorSeverity;
}

function ignore(): void {
  // Nothing is logged here.
}
