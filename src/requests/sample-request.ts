import { exampleHolder, namedExamples, type DocumentedOperation } from '../description/operations.js';
import { styledParameter } from '../description/parameters/styled-parameter.js';
import { formPairs, parameterPairs } from '../description/parameters/write.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, Example, MediaType, Parameter, Schema } from '../description/types.js';
import { absoluteServerUrl } from '../description/servers.js';
import { credentials } from './credentials.js';
import { formParts, formText, formType, type FormPart } from './form-parts.js';

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

export interface SampleBody {
  /** The `Content-Type` to send. `text/*` has a charset. */
  contentType: string;
  /** The body as text. */
  text: string;
  /** The value of a JSON body, for languages that print it as a literal. */
  json: unknown;
  /** The parts of a multipart form, which each language writes in its own way. */
  parts?: FormPart[];
}

/**
 * Makes a request from the examples of the description, for the first server of the operation.
 *
 * The value of each input is its example with the given name, else the `example` of the input or of its schema. If an input
 * only has examples with other names, it gets the first one if it is required, else it is left out.
 *
 * @param exampleName The name of the examples to use. Default: the first name of the body, else of a parameter.
 * @returns `undefined` if a required input has no example, or if the example of the body cannot be written in its media type.
 *   `inputsWithoutExample` names these inputs.
 */
export function sampleRequest(
  description: Description,
  operation: DocumentedOperation,
  exampleName?: string,
): SampleRequest | undefined {
  const { requestBody } = operation;
  const [content] = Object.entries(requestBody?.content ?? {});
  const holders = [...(content ? [content[1]] : []), ...operation.parameters];
  const scenario = exampleName ?? holders.map((holder) => [...namedExamples(description, holder).keys()][0]).find(Boolean);

  const values = operation.parameters.map((parameter) => ({
    parameter,
    value: exampleValue(description, parameter, scenario, parameter.required),
  }));
  if (values.some(({ parameter, value }) => parameter.required && value === undefined)) return undefined;
  const body = content && sampleBody(description, content, scenario, requestBody?.required);
  if (requestBody?.required && !body) return undefined;

  const credential = credentials(description, operation.security);
  const placed = (place: Parameter['in'], encode?: typeof encodeURIComponent): Array<[string, string]> => [
    ...values
      .filter(({ parameter }) => parameter.in === place)
      .flatMap(({ parameter, value }) => parameterPairs(styledParameter(parameter), value, encode)),
    ...credential
      .filter((one) => one.in === place)
      .map(({ name, value }): [string, string] => [name, encode ? encode(value) : value]),
  ];
  const path = values
    .filter(({ parameter }) => parameter.in === 'path')
    .reduce((filled, { parameter, value }) => {
      const [[, text] = ['', '']] = parameterPairs(styledParameter(parameter), value, encodeURIComponent);
      return filled.replaceAll(`{${parameter.name}}`, text);
    }, operation.path);
  const cookies = joined(placed('cookie', encodeURIComponent));
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
    search: joined([...placed('query', encodeURIComponent), ...placed('querystring', encodeURIComponent)]).join('&'),
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

/** Encodes a text for a form (URL Standard, "application/x-www-form-urlencoded serializing"). */
function encodeField(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function joined(pairs: Array<[name: string, text: string]>): string[] {
  return pairs.map(([name, text]) => (name ? `${name}=${text}` : text));
}

/**
 * Names the required inputs that prevent a request: those without an example, and a body whose example cannot be written in its
 * media type.
 *
 * @returns Names such as `query parameter limit` and `body application/xml`.
 */
export function inputsWithoutExample(description: Description, operation: DocumentedOperation, exampleName?: string): string[] {
  const parameters = operation.parameters
    .filter((parameter) => parameter.required && exampleValue(description, parameter, exampleName, true) === undefined)
    .map(({ in: place, name }) => `${place} parameter ${name}`);
  const { requestBody } = operation;
  const [content] = Object.entries(requestBody?.content ?? {});
  if (!requestBody?.required || !content || sampleBody(description, content, exampleName, true)) return parameters;
  return [...parameters, `body ${content[0]}`];
}

/** The example value of an input, chosen as in `sampleRequest`. `undefined` if the input is left out or has no example. */
export function exampleValue(
  description: Description,
  holder: MediaType | Parameter,
  scenario: string | undefined,
  required = false,
): unknown {
  const examples = namedExamples(description, holder);
  if (examples.size > 0 && !examples.has(scenario ?? '') && !required) return undefined;
  const named: Example | undefined = examples.get(scenario ?? '') ?? [...examples.values()][0];
  const { example, schema: reference } = exampleHolder(holder);
  const schema = reference && resolve<Schema>(description, reference);
  const values = [named?.value, example, schema?.example, schema?.examples?.[0], schema?.default];
  // Null is a value of JSON, and none of a parameter.
  return values.find((value) => value !== undefined && !(value === null && 'in' in holder));
}

function sampleBody(
  description: Description,
  [mediaType, media]: [string, MediaType],
  scenario: string | undefined,
  required: boolean | undefined,
): SampleBody | undefined {
  const value = exampleValue(description, media, scenario, required);
  if (value === undefined) return undefined;
  const type = mediaType.toLowerCase();
  if (/^application\/(.+\+)?json\b/.test(type)) {
    return { contentType: mediaType, text: JSON.stringify(value, undefined, 2), json: value };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    if (typeof value === 'string') return { contentType: mediaType, text: value, json: undefined };
    if (typeof value !== 'object' || value === null) return undefined;
    return { contentType: mediaType, text: joined(formPairs(value, media.encoding, encodeField)).join('&'), json: undefined };
  }
  if (type.startsWith('multipart/form-data') && typeof value === 'object' && value !== null) {
    const parts = formParts(description, media, value);
    return { contentType: formType, text: formText(parts), json: undefined, parts };
  }
  if (typeof value !== 'string') return undefined;
  const contentType = type.startsWith('text/') && !type.includes('charset') ? `${mediaType}; charset=utf-8` : mediaType;
  return { contentType, text: value, json: undefined };
}
