import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpOperationConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
  type PrismHttpInstance,
  resetJSONSchemaGenerator,
} from '@stoplight/prism-http';
import type { Description } from '../../description/types.js';

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

export type { IHttpOperationConfig, IHttpRequest, IHttpResponse };

/** The severity of what Prism refuses a request for; the others are warnings. */
const errorSeverity = 0;

/** Reads the operations of a description with Prism. */
export async function prismOperations(description: Description): Promise<PrismOperation[]> {
  // Prism resolves the references in place.
  return getHttpOperationsFromSpec(structuredClone(description));
}

const shared = {
  checkSecurity: false,
  validateResponse: false,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
} as const;

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

const components: Partial<PrismHttpComponents> & Pick<PrismHttpComponents, 'logger'> = {
  logger: silent,
  // The operation is found before Prism is asked: it is the only one given.
  route: ({ resources: [operation] }) =>
    operation ? { _tag: 'Right', right: operation } : { _tag: 'Left', left: new Error('No operation was given.') },
};

const validator = createInstance(
  { ...shared, validateRequest: true, mock: { dynamic: false } },
  { ...components, mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }) },
);

/** The response to look at goes in as the body of the request. */
const responseValidator = createInstance(
  { ...shared, validateResponse: true, validateRequest: false, mock: { dynamic: false } },
  {
    ...components,
    mock:
      ({ input }) =>
      () => ({ _tag: 'Right', right: input.data.body as IHttpResponse }),
  },
);

const responder = createInstance({ ...shared, validateRequest: false, mock: { dynamic: false } }, { ...components });

/**
 * Validates parameters and body of a request by an operation.
 *
 * @returns What is wrong; warnings left out.
 */
export async function diagnose(operation: PrismOperation, request: IHttpRequest): Promise<PrismDiagnostic[]> {
  const { validations } = right(await validator.request(request, [operation])());
  return validations.input.filter(isError);
}

/**
 * Validates a response by an operation.
 *
 * @returns What is wrong; warnings left out.
 */
export async function diagnoseResponse(operation: PrismOperation, response: IHttpResponse): Promise<PrismDiagnostic[]> {
  const request = { method: operation.method as IHttpRequest['method'], url: { path: operation.path }, body: response };
  const { validations } = right(await responseValidator.request(request, [operation])());
  return validations.output.filter(isError);
}

/**
 * Makes the response of an operation, without a look at whether the request is valid.
 *
 * @param wish Which response: Prism's own choice where nothing is wished.
 * @throws Error of Prism's, with the status to answer where it knows one.
 */
export async function respond(
  operation: PrismOperation,
  request: IHttpRequest,
  wish: Partial<IHttpOperationConfig>,
): Promise<IHttpResponse> {
  // A seed would stay for all who ask after it.
  if (wish.dynamic && !wish.seed) resetJSONSchemaGenerator();
  const config: IHttpConfig = { ...shared, validateRequest: false, mock: { dynamic: false, ...wish } };
  return right(await responder.request(request, [operation], config)()).output;
}

type Result = Awaited<ReturnType<ReturnType<PrismHttpInstance['request']>>>;

function right(result: Result): Extract<Result, { _tag: 'Right' }>['right'] {
  if (result._tag === 'Left') throw result.left;
  return result.right;
}

function isError({ severity }: { severity: number }): boolean {
  return severity === errorSeverity;
}

function ignore(): void {
  // Nothing is logged here.
}
