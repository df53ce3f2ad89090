import { securityScheme } from '../../description/authentication.js';
import { describedOperations, namedExamples, type DescribedOperation } from '../../description/operations.js';
import { scenarios, type Scenario } from '../../description/scenarios.js';
import type { CodeSample, Description } from '../../description/types.js';
import { credentials } from '../../samples/credentials.js';
import { sampleRequest } from '../../samples/request.js';
import { fields, typeName, type Field } from './fields.js';
import { outcomeName } from '../../description/outcome-name.js';

/** Everything that the docs say of an operation. Each rendering (the page, the Markdown) says all of it. */
export interface OperationReference {
  operationId: string;
  /** What a link to the operation ends in, after the `#`. */
  anchor: string;
  name: string;
  method: string;
  path: string;
  deprecated: boolean;
  /** The first paragraph of the description; Markdown, as the next. */
  lead: string;
  /** The rest of it. */
  prose: string;
  /** `in` is header, query, path, cookie or body. */
  requestParameters: Array<Field & { in: string }>;
  /** Of the body that a request carries. */
  requestBody: BodyReference | undefined;
  /** Of the responses that have a body. */
  responseBodies: Array<BodyReference & { status: string; name: string; fields: Field[] }>;
  outcomes: Array<{ status: string; name: string; meaning: string }>;
  samples: CodeSample[];
  requestExample: BodyExample | undefined;
  responseExamples: Array<BodyExample & { status: string }>;
  scenarios: Scenario[];
}

export interface BodyReference {
  mediaType: string;
  required: boolean;
  /** Markdown. */
  description: string;
}

export interface BodyExample {
  text: string;
  /** Its language, for the highlighter. */
  language: string;
}

/** Collects what the docs say of each operation, in the order of the description. */
export function operationReferences(description: Description): OperationReference[] {
  return describedOperations(description).map((described) => {
    const [lead = '', ...rest] = described.description.trim().split(/\n\s*\n/);
    const request = sampleRequest(description, described);
    return {
      operationId: described.operationId,
      anchor: `operation/${described.operationId}`,
      name: described.summary,
      method: described.method,
      path: described.path,
      deprecated: described.operation.deprecated === true,
      lead,
      prose: rest.join('\n\n'),
      requestParameters: requestParameters(description, described),
      requestBody: requestBody(described),
      responseBodies: responseBodies(description, described),
      outcomes: described.responses.map(({ status, response }) => ({
        status,
        name: outcomeName(status, response),
        meaning: response.description,
      })),
      samples: described.operation['x-codeSamples'] ?? [],
      requestExample: request?.body && bodyExample(request.body.text),
      responseExamples: responseExamples(description, described),
      scenarios: scenarios(description, described),
    };
  });
}

function requestParameters(description: Description, described: DescribedOperation): OperationReference['requestParameters'] {
  const { security, parameters, requestBody: body } = described;
  const [media] = Object.values(body?.content ?? {});
  const schemes = Object.keys(security[0] ?? {});
  return [
    ...credentials(description, security).map(({ in: place, name }, index) => ({
      in: place,
      name,
      type: 'string',
      required: security.every((alternative) => Object.keys(alternative).length > 0),
      meaning: securityScheme(description, schemes[index] ?? '').description ?? '',
    })),
    ...parameters.map(({ in: place, name, schema, required = false, description: meaning = '' }) => ({
      in: place,
      name,
      type: typeName(description, schema),
      required,
      meaning,
    })),
    ...fields(description, media?.schema).map((field) => ({ in: 'body', ...field })),
  ];
}

function requestBody({ requestBody: body }: DescribedOperation): BodyReference | undefined {
  const [mediaType] = Object.keys(body?.content ?? {});
  return body && mediaType ? { mediaType, required: body.required === true, description: body.description ?? '' } : undefined;
}

function responseBodies(description: Description, { responses }: DescribedOperation): OperationReference['responseBodies'] {
  return responses.flatMap(({ status, response }) =>
    Object.entries(response.content ?? {})
      .slice(0, 1)
      .map(([mediaType, media]) => ({
        status,
        name: outcomeName(status, response),
        mediaType,
        required: true,
        description: '',
        fields: fields(description, media.schema),
      })),
  );
}

function responseExamples(description: Description, { responses }: DescribedOperation): OperationReference['responseExamples'] {
  return responses.flatMap(({ status, response }) =>
    Object.values(response.content ?? {})
      .slice(0, 1)
      .flatMap((media) => {
        const value = [...namedExamples(description, media).values()][0]?.value ?? media.example;
        if (value === undefined) return [];
        return [{ status, ...bodyExample(typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)) }];
      }),
  );
}

function bodyExample(text: string): BodyExample {
  return { text, language: /^\s*[[{"]/.test(text) ? 'json' : 'plain' };
}
