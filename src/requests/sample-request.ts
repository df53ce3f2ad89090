import { namedExamples, type DocumentedOperation } from '../description/operations.js';
import { styledParameter } from '../description/parameters/styled-parameter.js';
import { joinedPairs, parameterPairs } from '../description/parameters/write.js';
import type { Description, Parameter } from '../description/types.js';
import { absoluteServerUrl } from '../description/servers.js';
import { cookieText, credentials } from './credentials.js';
import { exampleValue, missingProperties, type Input } from './examples/example-value.js';
import { sampleBody, type SampleBody } from './sample-body.js';

/** A request with all values filled in. The code samples of each language send it. */
export interface SampleRequest {
  operationId: string;
  /** In upper case. */
  method: string;
  /** The URL of the server, without a trailing slash. */
  server: string;
  /** The URL of the server and the path, without the query. */
  url: string;
  /** Names and values, not yet encoded. */
  query: Array<[name: string, value: string]>;
  /** The encoded query, without a question mark. Separators of lists are not encoded. */
  search: string;
  /** The documented headers, including `Content-Type`. */
  headers: Array<[name: string, value: string]>;
  body: SampleBody | undefined;
  /** The documented parameters that have a value, before serialization. */
  parameters: Array<{ in: Exclude<Parameter['in'], 'querystring'>; name: string; value: unknown }>;
  /** The credential without its authentication scheme, if the operation requires one. */
  token: string | undefined;
  /** The first documented 2xx status code with a body. */
  successWithBody: number | undefined;
}

/** The values of a server, to send instead of the examples. */
export interface RealValues {
  /** The value to send instead of an example of a parameter, or of a body that is not JSON. */
  replaced: (value: unknown) => unknown;
  /** The credential of a security scheme, without its authentication scheme; `undefined` if none is known. */
  credential: (schemeName: string, example: string | undefined) => string | undefined;
}

const onlyExamples: RealValues = { replaced: (value) => value, credential: () => undefined };

/**
 * Makes a request from the examples of the description, for the first server of the operation. `exampleValue` chooses the value
 * of each input.
 *
 * @param exampleName The name of the examples to use. Default: the first name of the body, else of a parameter.
 * @param real Default: the examples are sent.
 * @returns `undefined` if a required input has no example, or if the example of the body cannot be written in its media type.
 *   `inputsWithoutExample` names these inputs.
 */
export function sampleRequest(
  description: Description,
  operation: DocumentedOperation,
  exampleName?: string,
  { replaced, credential: known }: RealValues = onlyExamples,
): SampleRequest | undefined {
  const { requestBody } = operation;
  const [content] = Object.entries(requestBody?.content ?? {});
  const holders = [...(content ? [content[1]] : []), ...operation.parameters];
  const scenario = exampleName ?? holders.map((holder) => [...namedExamples(description, holder).keys()][0]).find(Boolean);

  const values = operation.parameters.map((parameter) => ({
    parameter,
    value: replaced(exampleValue(description, parameterInput(operation, parameter), scenario)),
  }));
  if (values.some(({ parameter, value }) => parameter.required && value === undefined)) return undefined;
  const body = sampleBody(description, operation, scenario, replaced);
  if (requestBody?.required && !body) return undefined;

  const credential = credentials(description, operation.security, known);
  const placed = (place: Parameter['in'], encode?: typeof encodeURIComponent): Array<[string, string]> => [
    ...values
      .filter(({ parameter }) => parameter.in === place)
      .flatMap(({ parameter, value }) => parameterPairs(styledParameter(parameter), value, encode)),
    ...credential
      .filter((one) => one.in === place)
      .map(({ name, value }): [string, string] => [
        name,
        place === 'cookie' ? cookieText(value) : encode ? encode(value) : value,
      ]),
  ];
  const path = values
    .filter(({ parameter }) => parameter.in === 'path')
    .reduce((filled, { parameter, value }) => {
      const [[, text] = ['', '']] = parameterPairs(styledParameter(parameter), value, encodeURIComponent);
      return filled.replaceAll(`{${parameter.name}}`, text);
    }, operation.path);
  const cookies = joinedPairs(placed('cookie', encodeURIComponent));
  const server = absoluteServerUrl(description, operation);
  return {
    operationId: operation.operationId,
    method: operation.method,
    server,
    url: server + path,
    query: [
      ...placed('query'),
      ...placed('querystring').map(([name, text]): [string, string] => (name ? [name, text] : [text, ''])),
    ],
    search: joinedPairs([...placed('query', encodeURIComponent), ...placed('querystring', encodeURIComponent)]).join('&'),
    headers: [
      ...placed('header'),
      ...(cookies.length > 0 ? header('Cookie', cookies.join('; ')) : []),
      ...(body ? header('Content-Type', body.contentType) : []),
    ],
    body,
    parameters: values
      .filter(({ value }) => value !== undefined)
      .map(({ parameter: { in: place, name }, value }) => ({ in: place === 'querystring' ? 'query' : place, name, value })),
    token: credential[0]?.bare,
    successWithBody: operation.responses
      .filter(({ status, response }) => /^2\d\d$/.test(status) && response.content)
      .map(({ status }) => Number(status))[0],
  };
}

/** The URL with its query, percent-encoded by RFC 3986: a space becomes %20. */
export function fullUrl({ url, search }: Pick<SampleRequest, 'url' | 'search'>): string {
  return search ? `${url}?${search}` : url;
}

const header = (name: string, value: string): SampleRequest['headers'] => [[name, value]];

/**
 * Names what keeps an operation from having a request: the required inputs without an example, with the properties that lack
 * one, and a body whose example cannot be written in its media type.
 *
 * @returns Names such as `query parameter limit`, `body application/xml` and `property user.id of body application/json`.
 */
export function inputsWithoutExample(description: Description, operation: DocumentedOperation, exampleName?: string): string[] {
  const parameters = operation.parameters.flatMap((parameter) => {
    const input = parameterInput(operation, parameter);
    if (!input.required || exampleValue(description, input, exampleName) !== undefined) return [];
    return named(`${parameter.in} parameter ${parameter.name}`, missingProperties(description, input));
  });
  const { content, required = false } = operation.requestBody ?? {};
  const [first] = Object.entries(content ?? {});
  if (!required || !first || sampleBody(description, operation, exampleName)) return parameters;
  const input = { operation, holder: first[1], required };
  const isMissing = exampleValue(description, input, exampleName) === undefined;
  return [...parameters, ...named(`body ${first[0]}`, isMissing ? missingProperties(description, input) : [[]])];
}

function parameterInput(operation: DocumentedOperation, holder: Parameter): Input {
  return { operation, holder, required: holder.required === true };
}

function named(input: string, properties: string[][]): string[] {
  return properties.map((path) => (path.length === 0 ? input : `property ${path.join('.')} of ${input}`));
}
