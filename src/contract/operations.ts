import { documentedOperation, pathOperations, type DocumentedOperation } from '../description/operations.js';
import { credentialPlace, securityAlternatives } from '../description/authentication.js';
import { resolve } from '../description/resolve.js';
import type { Description, Header, MediaType, Parameter, PathItem, Response } from '../description/types.js';
import { parameterReader, type ParameterReader } from './parameters/parameters.js';
import type { ParameterSchemas } from './parameters/parameter-violations.js';
import { challenges, type Alternatives } from './request/security.js';
import { createSchemas, type Direction, type Schemas } from './schema/schemas.js';
import { contractMedia, type ContractMedia } from './body/media.js';
import { pointerTo } from '../description/pointer.js';

/** An operation with everything that holding its messages to the description takes, prepared once. */
export interface ContractOperation {
  /** As it stands in a request. */
  method: string;
  path: string;
  /** The description that it is in. */
  description: Description;
  /** The schemas of the description. */
  schemas: Schemas;
  /** The operation as the description documents it, without the parameters that OpenAPI says to ignore. */
  documented: DocumentedOperation;
  parameters: ContractParameters;
  /** The media types of the request body; none where it takes no body. */
  requestMedia: ContractMedia[];
  requiresBody: boolean;
  /** In the order of the description. */
  responses: ContractResponse[];
  security: Alternatives;
  /** The `WWW-Authenticate` header of a 401. */
  challenge: string;
}

/** Parameters of a request, or headers of a response: how they are read, and where their schemas are. */
export interface ContractParameters {
  all: Parameter[];
  reader: ParameterReader;
  schemas: ParameterSchemas;
}

/** A documented response. */
export interface ContractResponse {
  /** The key of the Responses Object: a number, a range such as `4XX`, or `default`. */
  key: string;
  response: Response;
  headers: ContractParameters;
  media: ContractMedia[];
}

/** The operations that can be held to the description, and what cannot be. */
export interface PreparedOperations {
  operations: ContractOperation[];
  /** One sentence each, with the place and the reason. */
  warnings: string[];
}

/**
 * Prepares the operations of a description. One that cannot be read is left out.
 *
 * @param description A completed description, from `completeDescription`; it must not change afterwards.
 */
export function prepareOperations(description: Description): PreparedOperations {
  const schemas = createSchemas(description);
  const warnings: string[] = [];
  const operations = Object.entries(description.paths ?? {}).flatMap(([path, reference]): ContractOperation[] => {
    const item = attempt(() => resolve<PathItem>(description, reference));
    if ('reason' in item) {
      warnings.push(`paths.${path}: ${item.reason} The path is not served.`);
      return [];
    }
    return pathOperations(item.value).flatMap((one) => {
      const found = attempt(() => {
        if (typeof one.operation !== 'object') throw new Error('It is no object');
        return prepare(description, schemas, documentedOperation(description, path, item.value, one), item.value);
      });
      if ('value' in found) return [found.value];
      warnings.push(`paths.${path}.${one.fields.join('.')}: ${found.reason} The operation is not served.`);
      return [];
    });
  });
  return { operations, warnings };
}

/** What of the schemas and parameters of operations cannot be checked, one sentence each. */
export function contractProblems(operations: ContractOperation[]): string[] {
  const problems = operations.flatMap(({ schemas, parameters, requestMedia, responses }) => {
    const of = (pointers: Iterable<string>, direction: Direction): string[] =>
      [...pointers].flatMap((pointer) => schemas.problems(pointer, direction));
    return [
      ...parameters.reader.warnings,
      ...of(parameters.schemas.values(), 'request'),
      ...of(pointersOf(requestMedia), 'request'),
      ...responses.flatMap(({ headers, media }) => [
        ...headers.reader.warnings,
        ...of(headers.schemas.values(), 'response'),
        ...of(pointersOf(media), 'response'),
      ]),
    ];
  });
  return [...new Set(problems)];
}

function pointersOf(media: ContractMedia[]): string[] {
  return media.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((pointer) => pointer !== undefined));
}

function prepare(description: Description, schemas: Schemas, documented: DocumentedOperation, item: PathItem): ContractOperation {
  const { method, path, fields, operation, requestBody } = documented;
  const shared = pointerTo('paths', path);
  const own = shared + pointerTo(...fields);
  const known = documented.parameters.filter((one) => !isIgnored(one));
  const pointers = new Map([
    ...parameterPointers(description, item.parameters, shared),
    ...parameterPointers(description, operation.parameters, own),
  ]);
  const security = securityAlternatives(description, documented);
  return {
    method,
    path,
    description,
    schemas,
    documented: { ...documented, parameters: known },
    parameters: contractParameters(description, path, known, pointers, credentialNames(security)),
    requestMedia: mediaOf(description, requestBody?.content, `${own}/requestBody`),
    requiresBody: requestBody?.required === true,
    responses: documented.responses.map(({ status: key, response }) => {
      const place = own + pointerTo('responses', key);
      return {
        key,
        response,
        headers: contractHeaders(description, response.headers, `${place}/headers`),
        media: mediaOf(description, response.content, place),
      };
    }),
    security,
    challenge: challenges(security, description.info.title),
  };
}

/** What a query or the cookies may hold besides parameters. */
function credentialNames(security: Alternatives): string[] {
  return security.flat().flatMap((scheme) => credentialPlace(scheme)?.name ?? []);
}

/** Header parameters that OpenAPI says to ignore (3.1.1, section 4.8.12.1): other fields say what they hold. */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

function isIgnored({ in: place, name }: Parameter): boolean {
  return place === 'header' && ignoredHeaders.includes(name.toLowerCase());
}

function parameterPointers(
  description: Description,
  parameters: PathItem['parameters'] = [],
  place: string,
): Array<[Parameter, string]> {
  return parameters.map((one, index) => [resolve(description, one), `${place}/parameters/${index}`]);
}

/** Headers of a response are read as parameters: `Content-Type` is ignored among them (OpenAPI 3.1.1, Response Object). */
function contractHeaders(description: Description, headers: Response['headers'] = {}, place: string): ContractParameters {
  const named = Object.entries(headers).flatMap(([name, reference]): Array<[Parameter, string]> => {
    if (name.toLowerCase() === 'content-type') return [];
    const header = resolve<Header>(description, reference);
    return [[{ ...header, name, in: 'header' }, place + pointerTo(name)]];
  });
  return contractParameters(
    description,
    '',
    named.map(([parameter]) => parameter),
    new Map(named),
  );
}

function contractParameters(
  description: Description,
  path: string,
  parameters: Parameter[],
  pointers: Map<Parameter, string>,
  reserved: string[] = [],
): ContractParameters {
  const schemas = parameters.flatMap((parameter): Array<[Parameter, string]> => {
    const place = pointers.get(parameter) ?? '';
    const [mediaType] = Object.keys(parameter.content ?? {});
    if (mediaType !== undefined) {
      const media = parameter.content?.[mediaType];
      return media?.schema === undefined ? [] : [[parameter, `${place}${pointerTo('content', mediaType)}/schema`]];
    }
    return parameter.schema === undefined ? [] : [[parameter, `${place}/schema`]];
  });
  return { all: parameters, reader: parameterReader(description, path, parameters, reserved), schemas: new Map(schemas) };
}

function mediaOf(description: Description, content: Record<string, MediaType> = {}, place: string): ContractMedia[] {
  return Object.entries(content).map(([mediaType, media]) =>
    // OpenAPI 3.2 has Media Type Objects among the components.
    contractMedia(description, mediaType, resolve<MediaType>(description, media), place + pointerTo('content', mediaType)),
  );
}

function attempt<T>(run: () => T): { value: T } | { reason: string } {
  try {
    return { value: run() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The first line of an error, as a sentence. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${line.trim().replace(/[.:]?$/, '')}.`;
}
