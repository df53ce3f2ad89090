import { once } from '../../description/once-for.js';
import type { Shape } from '../../description/parameters/shape.js';
import type { Description, Parameter } from '../../description/types.js';
import type { Headers } from '../message/headers.js';
import { sentCookies, sentPairs } from './sent-pairs.js';
import { violation, type Violation } from '../message/violation.js';
import { pathReader } from './path-reader.js';
import { locationOf, readerOf, undefinedStyle, type ReadOne, type Sent } from './read-parameter.js';
import { messageShape } from './shape.js';

/** A parameter of the operation as found in a request. */
export interface ReadParameter {
  parameter: Parameter;
  /** The place, for violations: `['query', 'id']`. The name of a header is in lower case. */
  path: string[];
  /** Whether the request contains it. An absent parameter is not validated. */
  present: boolean;
  /**
   * The values that its text can represent according to the schema, the likeliest first: with `type: [integer, string]`, the
   * text `1` is a number or a string. The parameter is valid if one of them is. Empty if it is absent or cannot be read.
   */
  readings: unknown[];
  /** Why there is no value: it is required and absent, or cannot be read. Then it is not validated further. */
  violations: Violation[];
}

/** The parts of a request that contain parameters, as sent. */
export interface ParameterSource {
  /** The path, without the query. */
  path: string;
  /** The query with its question mark. Empty if there is none. */
  search: string;
  headers: Headers;
}

/** Reads the parameters of an operation. */
export interface ParameterReader {
  /** A sentence for each style that OpenAPI does not define for the place of a parameter. */
  warnings: string[];
  /** Reads the parameters of a request, in the order of the description. It never throws. */
  read: (source: ParameterSource) => ReadParameter[];
}

/**
 * Prepares a reader for the parameters of an operation (OpenAPI 3.2.0, section 4.12).
 *
 * @param template The path of the operation.
 * @param parameters The parameters of the operation, with resolved references.
 * @param reserved Names in the query or cookies that are not parameters, such as that of an API key.
 */
export function parameterReader(
  description: Description,
  template: string,
  parameters: Parameter[],
  reserved: string[],
): ParameterReader {
  // Prepared on first use: of a large description, few operations are called, and the others should cost nothing.
  const readers = once(() => {
    const shapeOf = ({ schema, content }: Parameter): Shape => messageShape(description, content ? undefined : schema);
    const prepared = parameters.map((parameter) => ({ parameter, shape: shapeOf(parameter) }));
    return prepared.map(({ parameter, shape }) => {
      const others = prepared.filter((one) => one.parameter !== parameter && one.parameter.in === parameter.in);
      const taken = new Set([...reserved, ...others.flatMap((one) => [one.parameter.name, ...one.shape.names])]);
      return { parameter, read: readerOf(description, parameter, shape, (name) => !taken.has(name)) };
    });
  });
  const texts = once(() => pathReader(template));
  const read = ({ path, search, headers }: ParameterSource): ReadParameter[] => {
    if (parameters.length === 0) return [];
    const sent: Sent = {
      path: once(() => texts()(path)),
      query: once(() => sentPairs(search)),
      cookies: once(() => sentCookies(headers.cookie)),
      search,
      headers,
    };
    return readers().map(({ parameter, read: readOne }) => result(parameter, readOne, sent));
  };
  return { warnings: parameters.flatMap(undefinedStyle), read };
}

function result(parameter: Parameter, read: ReadOne, sent: Sent): ReadParameter {
  const { in: place, required } = parameter;
  const path = locationOf(parameter);
  try {
    const reading = read(sent);
    if (!reading) {
      const isMissing = required || place === 'path';
      const violations = isMissing ? [violation(path, 'required', 'is required.')] : [];
      return { parameter, path, present: false, readings: [], violations };
    }
    const { values: readings, problem, violations = [] } = reading;
    const found = problem === undefined ? violations : [violation(path, 'format', problem)];
    return { parameter, path, present: true, readings, violations: found };
  } catch {
    const broken = violation(path, 'encoding', 'has a broken percent-encoding.');
    return { parameter, path, present: true, readings: [], violations: [broken] };
  }
}
