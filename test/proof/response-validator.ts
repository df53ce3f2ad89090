import { isDeepStrictEqual } from 'node:util';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { namedExamples, type DocumentedOperation } from '../../src/description/operations.js';
import { resolve } from '../../src/description/references/resolve.js';
import type { Description, Response } from '../../src/description/types.js';
import type { ReceivedResponse } from '../build/samples/recorder.js';

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** Problem Details (RFC 9457), which the mock may send for a refusal whose body is not documented. */
const problemDetails = {
  type: 'object',
  required: ['title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
};

/** Compares a response with the description of an operation. */
export type ResponseValidator = (operation: DocumentedOperation, received: ReceivedResponse, example?: string) => string[];

/**
 * Creates a validator of responses that shares no code with the mock: Ajv gets the unchanged schemas of the description.
 *
 * @returns A function that returns a sentence for each difference from the documented response. With the name of an example,
 *   the body must equal the response example with that name, if there is one.
 */
export function responseValidator(description: Description): ResponseValidator {
  const compiled = new Map<unknown, ValidateFunction>();
  const errors = (schema: unknown, value: unknown, isText: boolean): string[] => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: isText });
    addFormats(ajv);
    const validate =
      compiled.get(schema) ??
      // References point into the components of the whole description.
      ajv.compile({ components: description.components, allOf: [schema] } as AnySchema);
    compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };

  return ({ responses }, received, example) => {
    const { status, headers, body } = received;
    const keys = [String(status), `${String(status)[0]}XX`, 'default'];
    const response = keys.map((key) => responses.find((one) => one.status === key)?.response).find(Boolean);
    if (!response) return [`The status ${status} is not documented.`];
    return [...headerProblems(response, headers), ...bodyProblems(response)];

    function headerProblems({ headers: documented = {} }: Response, sent: ReceivedResponse['headers']): string[] {
      return Object.entries(documented).flatMap(([name, reference]) => {
        const { required = false, schema = {} } = resolve(description, reference);
        const value = sent[name.toLowerCase()];
        if (value === undefined) return required ? [`The header ${name} is missing.`] : [];
        return errors(schema, value, true).map((problem) => `The header ${name}${problem}.`);
      });
    }

    function bodyProblems({ content = {} }: Response): string[] {
      const mediaType = headers['content-type'] ?? '';
      const essence = mediaType.split(';')[0]!.trim().toLowerCase();
      if (Object.keys(content).length === 0) {
        if (body === '') return [];
        if (essence !== 'application/problem+json' || status < 400) return ['There is a body, and none is documented.'];
        const problem = parse(body) as { status?: unknown } | undefined;
        if (problem?.status !== status) return ['The problem body names another status.'];
        return errors(problemDetails, problem, false).map((one) => `The problem body${one}.`);
      }
      const media = Object.entries(content).find(([key]) => key.split(';')[0]!.trim().toLowerCase() === essence)?.[1];
      if (!media) return [`The media type "${mediaType}" is not documented.`];
      const value = essence.endsWith('json') ? parse(body) : body;
      if (value === undefined) return ['The body is no JSON.'];
      const expected = namedExamples(description, media).get(example ?? '');
      const isAnother = expected !== undefined && !isDeepStrictEqual(value, expected.value);
      return [
        ...errors(media.schema ?? {}, value, false).map((problem) => `The body${problem}.`),
        ...(isAnother ? [`The body is not the example "${example}".`] : []),
      ];
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
