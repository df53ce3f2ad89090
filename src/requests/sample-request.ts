import { exampleHolder, namedExamples, type DocumentedOperation } from '../description/operations.js';
import { styledParameter } from '../description/parameters/styled-parameter.js';
import { formPairs, parameterPairs } from '../description/parameters/write.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, Example, MediaType, Parameter, Schema } from '../description/types.js';
import { absoluteServerUrl } from '../description/servers.js';
import { credentials } from './credentials.js';
import { formParts, formText, formType, type FormPart } from './form-parts.js';

/** A request with every value filled in: what each language of the samples prints, and what a sample must send. */
export interface SampleRequest {
  operationId: string;
  /** In upper case. */
  method: string;
  /** Where the API is, without a slash at the end. */
  server: string;
  /** Server and path, without the query. */
  url: string;
  /** Names and values, not yet encoded. */
  query: Array<[name: string, value: string]>;
  /** The query as a URL has it, without its question mark: what stands between the parts of a list is not encoded. */
  search: string;
  /** Those that the description asks for, `Content-Type` included. */
  headers: Array<[name: string, value: string]>;
  body: SampleBody | undefined;
  /** The parameters of the description that have a value, as they are before they are encoded. */
  parameters: Array<{ in: Exclude<Parameter['in'], 'querystring'>; name: string; value: unknown }>;
  /** The credential without its authentication scheme, where the operation asks for one. */
  token: string | undefined;
  /** The status of the documented success that has a body. */
  successWithBody: number | undefined;
}

export interface SampleBody {
  /** The media type as it is sent: text/* carries its charset. */
  contentType: string;
  /** The bytes to send, as text. */
  text: string;
  /** The value itself where the media type is JSON; languages with JSON of their own print it. */
  json: unknown;
  /** The parts of a form in parts; each language has a way of its own to write them. */
  parts?: FormPart[];
}

/**
 * Fills in a request from the examples of the description, for the operation's first server.
 *
 * Each input takes its example of the name that is given, else the single
 * `example` of the input or its schema. One that has examples of other names
 * alone takes the first of them where it is required, and is left out where not.
 *
 * @param exampleName The name of the examples to take. Default: the first of the body, else of a parameter.
 * @returns undefined when an input that is required has no example, or the body a media type that cannot be written from
 *   it: `inputsWithoutExample` names them.
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

/** The URL with the query encoded as RFC 3986 has it: a space becomes %20. */
export function fullUrl({ url, search }: Pick<SampleRequest, 'url' | 'search'>): string {
  return search ? `${url}?${search}` : url;
}

/** A list of one header, where there is one. */
const header = (name: string, value: string): SampleRequest['headers'] => [[name, value]];

/** As forms are encoded (URL Standard, "application/x-www-form-urlencoded serializing"). */
function encodeField(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function joined(pairs: Array<[name: string, text: string]>): string[] {
  return pairs.map(([name, text]) => (name ? `${name}=${text}` : text));
}

/**
 * Names the required inputs that no request can be filled in for: those without an example, and a body whose media type
 * cannot be written from its example.
 *
 * @returns Each as a developer finds it in the description: `query parameter limit`, `body application/xml`.
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

/** The example value of an input: that of a name, else its only one; `undefined` where it is left out or has none. */
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
  return named?.value ?? example ?? schema?.example ?? schema?.examples?.[0] ?? schema?.default;
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
