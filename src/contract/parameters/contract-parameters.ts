import type { DocumentedOperation } from '../../description/operations.js';
import { pointerTo } from '../../description/references/pointer.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, Header, Parameter, PathItem, Response } from '../../description/types.js';
import type { ParameterSchemas } from './parameter-violations.js';
import { parameterReader, type ParameterReader } from './parameters.js';

/** The parameters of a request or the headers of a response, with their reader and the pointers to their schemas. */
export interface ContractParameters {
  all: Parameter[];
  reader: ParameterReader;
  schemas: ParameterSchemas;
}

type Located = [parameter: Parameter, pointer: string];

/** Header parameters that OpenAPI says to ignore (3.1.1, section 4.8.12.1): other keywords describe these headers. */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

/** The parameters of an operation that are validated. */
export function heldParameters({ parameters }: DocumentedOperation): Parameter[] {
  return parameters.filter(({ in: place, name }) => place !== 'header' || !ignoredHeaders.includes(name.toLowerCase()));
}

/** The values of `in` that OpenAPI 3 defines for parameters. */
const places = new Set<unknown>(['query', 'querystring', 'header', 'path', 'cookie']);

/** A sentence for each parameter that no request can contain, and that is therefore not checked. */
export function impossibleParameters({ operationId, path, parameters }: DocumentedOperation): string[] {
  return parameters.flatMap((parameter) => {
    const reason = impossible(path, parameter);
    return reason === undefined
      ? []
      : [`The parameter ${JSON.stringify(parameter.name)} of ${operationId} is not checked: ${reason}`];
  });
}

function impossible(path: string, { name, in: place, content }: Parameter): string | undefined {
  if (!places.has(place)) return `it is in ${JSON.stringify(place)}, where OpenAPI 3 has none. A body is a "requestBody".`;
  if (place === 'querystring' && !content) return 'a whole query has no style. Describe it with "content".';
  return place === 'path' && !path.includes(`{${name}}`) ? `the path ${path} has no {${name}}.` : undefined;
}

/**
 * Prepares the parameters of an operation.
 *
 * @param item The path item, which may have shared parameters.
 * @param reserved Names in the query or cookies that are not parameters.
 */
export function requestParameters(
  description: Description,
  documented: DocumentedOperation,
  item: PathItem,
  reserved: string[],
): ContractParameters {
  const { path, fields, operation } = documented;
  const shared = pointerTo('paths', path);
  const pointers = new Map<Parameter, string>();
  for (const [holder, place] of [[operation, shared + pointerTo(...fields)] as const, [item, shared] as const]) {
    for (const [index, one] of holder.parameters?.entries() ?? [])
      pointers.set(resolve(description, one), `${place}/parameters/${index}`);
  }
  const possible = heldParameters(documented).filter((one) => impossible(path, one) === undefined);
  const located = [...pointers].filter(([one]) => possible.includes(one));
  return contractParameters(description, path, located, reserved);
}

/**
 * Prepares the headers of a response. They are read like parameters. `Content-Type` is ignored (OpenAPI 3.1.1, Response
 * Object).
 *
 * @param place The JSON Pointer to the headers.
 */
export function responseHeaders(description: Description, headers: Response['headers'], place: string): ContractParameters {
  const located = Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, reference]): Located => {
      const header = resolve<Header>(description, reference);
      return [{ ...header, name, in: 'header' }, place + pointerTo(name)];
    });
  return contractParameters(description, '', located, []);
}

function contractParameters(description: Description, path: string, located: Located[], reserved: string[]): ContractParameters {
  const all = located.map(([parameter]) => parameter);
  const schemas = located.map(([parameter, pointer]): Located => {
    const [mediaType] = Object.keys(parameter.content ?? {});
    return [parameter, `${pointer}${mediaType === undefined ? '' : pointerTo('content', mediaType)}/schema`];
  });
  return { all, reader: parameterReader(description, path, all, reserved), schemas: new Map(schemas) };
}
