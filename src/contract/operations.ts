import { systemError } from '../command/system-error.js';
import { documentedOperation, pathOperations, type DocumentedOperation } from '../description/operations.js';
import { credentialPlace, securityAlternatives } from '../description/authentication.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, PathItem } from '../description/types.js';
import {
  heldParameters,
  impossibleParameters,
  requestParameters,
  responseHeaders,
  type ContractParameters,
} from './parameters/contract-parameters.js';
import { challenges, type Alternatives } from './request/security.js';
import { Schemas, type Direction } from './schema/schemas.js';
import { contractContent, type ContractMedia } from './body/media.js';
import { withoutIdentical } from './identical-paths.js';
import { pointerTo } from '../description/references/pointer.js';

/** An operation with everything that is needed to validate its messages, prepared once. */
export interface ContractOperation {
  /** As in a request. */
  method: string;
  path: string;
  /** The description that contains it. */
  description: Description;
  /** The schemas of the description. */
  schemas: Schemas;
  /** The documented operation, without parameters that OpenAPI says to ignore. */
  documented: DocumentedOperation;
  parameters: ContractParameters;
  /** The media types of the request body. Empty if no body is documented. */
  requestMedia: ContractMedia[];
  requiresBody: boolean;
  /** In the order of the description. */
  responses: ContractResponse[];
  security: Alternatives;
  /** The `WWW-Authenticate` header of a 401. */
  challenge: string;
}

/** A documented response. */
export interface ContractResponse {
  /** The key of the Responses Object: a number, a range such as `4XX`, or `default`. */
  key: string;
  headers: ContractParameters;
  media: ContractMedia[];
}

/** The usable operations, and warnings. */
export interface PreparedOperations {
  operations: ContractOperation[];
  /** A sentence for each path or operation that was left out or that OpenAPI forbids, with the place and the reason. */
  warnings: string[];
}

/**
 * Prepares the operations of a description. An operation that cannot be read is left out.
 *
 * @param description A completed description, from `completeDescription`. It must not change afterwards.
 */
export function prepareOperations(description: Description): PreparedOperations {
  const schemas = new Schemas(description);
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
  const distinct = withoutIdentical(operations);
  return { ...distinct, warnings: [...warnings, ...distinct.warnings] };
}

/** A sentence for each part of the schemas and parameters of operations that cannot be checked. */
export function contractProblems(operations: ContractOperation[]): string[] {
  const problems = operations.flatMap(({ documented, schemas, parameters, requestMedia, responses }) => {
    const of = (pointers: Iterable<string>, direction: Direction): string[] =>
      [...pointers].flatMap((pointer) => schemas.problems(pointer, direction));
    return [
      ...impossibleParameters(documented),
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
  return media
    .flatMap(({ schema, itemSchema, contentSchema }) => [schema, itemSchema, contentSchema])
    .filter((pointer) => pointer !== undefined);
}

function prepare(description: Description, schemas: Schemas, documented: DocumentedOperation, item: PathItem): ContractOperation {
  const { method, path, fields, requestBody } = documented;
  const place = pointerTo('paths', path, ...fields);
  const security = securityAlternatives(description, documented);
  return {
    method,
    path,
    description,
    schemas,
    documented: { ...documented, parameters: heldParameters(documented) },
    // A query and cookies may contain credentials besides parameters.
    parameters: requestParameters(
      description,
      documented,
      item,
      security.flat().flatMap((scheme) => credentialPlace(scheme)?.name ?? []),
    ),
    requestMedia: contractContent(description, requestBody?.content, `${place}/requestBody`),
    requiresBody: requestBody?.required === true,
    responses: documented.responses.map(({ status: key, response }) => {
      const of = place + pointerTo('responses', key);
      return {
        key,
        headers: responseHeaders(description, response.headers, `${of}/headers`),
        media: contractContent(description, response.content, of),
      };
    }),
    security,
    challenge: challenges(security, description.info.title),
  };
}

/** Runs a function. When it throws, the reason is the first line of the error, as a sentence. */
function attempt<T>(run: () => T): { value: T } | { reason: string } {
  try {
    return { value: run() };
  } catch (error) {
    const [line = ''] = systemError(error).message.split('\n');
    return { reason: `${line.trim().replace(/[.:]?$/, '')}.` };
  }
}
