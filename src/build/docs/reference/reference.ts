import { securityScheme } from '../../../description/authentication.js';
import { responseName } from '../../../description/response-name.js';
import { documentedOperations, namedExamples, type DocumentedOperation } from '../../../description/operations.js';
import type { CodeSample, Description } from '../../../description/types.js';
import { credentials } from '../../../requests/credentials.js';
import { sampleRequest } from '../../../requests/sample-request.js';
import { fields, type Field } from './fields.js';
import { jsonBlock } from './json-text.js';
import { typeName } from './type-name.js';
import { mockExamples, type MockExample } from './mock-examples.js';
import { pageRequest, withoutImpossibleBody, type PageRequest } from './page-request.js';

/** Everything that the docs say of an operation. Each rendering (the page, the Markdown) says all of it. */
export interface OperationReference {
  operationId: string;
  /** What a link to the operation ends in, after the `#`. */
  anchor: string;
  name: string;
  method: string;
  path: string;
  deprecated: boolean;
  /** Markdown. */
  description: string;
  tag: string | undefined;
  requestParameters: RequestParameter[];
  /** Of the body that a request carries. */
  requestBody: BodyReference | undefined;
  /** Of the responses that have a body. */
  responseBodies: Array<BodyReference & { status: string; name: string; fields: Field[] }>;
  responses: Array<{ status: string; name: string; meaning: string }>;
  samples: CodeSample[];
  requestExample: BodyExample | undefined;
  responseExamples: Array<BodyExample & { status: string }>;
  mockExamples: MockExample[];
  /** The request that the page sends to the mock server; `undefined` where the examples do not suffice for one. */
  request: PageRequest | undefined;
  /** Whether `request` leaves out the body, because a browser cannot send it. */
  isWithoutBody: boolean;
}

/** A value that a request carries. */
export interface RequestParameter extends Field {
  /** Header, query, path, cookie or body. */
  in: string;
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
  return documentedOperations(description).map((documented) => {
    const sample = sampleRequest(description, documented);
    const sendable = sample && withoutImpossibleBody(sample, documented.requestBody?.required === true);
    return {
      operationId: documented.operationId,
      anchor: `operation/${documented.operationId}`,
      name: documented.summary,
      method: documented.method,
      path: documented.path,
      deprecated: documented.operation.deprecated === true,
      tag: firstTag(documented),
      description: documented.description,
      requestParameters: requestParameters(description, documented),
      requestBody: requestBody(documented),
      responseBodies: responseBodies(description, documented),
      responses: documented.responses.map(({ status, response }) => ({
        status,
        name: responseName(status, response),
        meaning: response.description,
      })),
      samples: documented.operation['x-codeSamples'] ?? [],
      requestExample: sample?.body && bodyExample(sample.body.text),
      responseExamples: responseExamples(description, documented),
      mockExamples: mockExamples(description, documented),
      request: sendable && pageRequest(sendable),
      isWithoutBody: sendable !== sample,
    };
  });
}

/** Lint warns of tags that are no text; here they are none. */
function firstTag({ operation: { tags } }: DocumentedOperation): string | undefined {
  const [tag]: unknown[] = Array.isArray(tags) ? tags : [];
  return typeof tag === 'string' ? tag : undefined;
}

function requestParameters(description: Description, documented: DocumentedOperation): RequestParameter[] {
  const { security, parameters, requestBody: body } = documented;
  const [media] = Object.values(body?.content ?? {});
  const schemes = Object.keys(security[0] ?? {});
  const isAuthenticationRequired = security.every((alternative) => Object.keys(alternative).length > 0);
  return [
    ...credentials(description, security).map(({ in: place, name }, index) => ({
      in: place,
      name,
      type: 'string',
      requirement: isAuthenticationRequired ? 'required' : '',
      meaning: securityScheme(description, schemes[index] ?? '').description ?? '',
    })),
    ...parameters.map(({ in: place, name, schema, required, description: meaning = '' }) => ({
      in: place,
      name,
      type: typeName(description, schema),
      requirement: required ? 'required' : '',
      meaning,
    })),
    ...fields(description, media?.schema, body?.required ? 'required' : 'required if a body is sent').map((field) => ({
      in: 'body',
      ...field,
    })),
  ];
}

function requestBody({ requestBody: body }: DocumentedOperation): BodyReference | undefined {
  const [mediaType] = Object.keys(body?.content ?? {});
  return body && mediaType ? { mediaType, required: body.required === true, description: body.description ?? '' } : undefined;
}

function responseBodies(description: Description, { responses }: DocumentedOperation): OperationReference['responseBodies'] {
  return responses.flatMap(({ status, response }) =>
    Object.entries(response.content ?? {})
      .slice(0, 1)
      .map(([mediaType, media]) => ({
        status,
        name: responseName(status, response),
        mediaType,
        required: true,
        description: '',
        fields: fields(description, media.schema),
      })),
  );
}

function responseExamples(description: Description, { responses }: DocumentedOperation): OperationReference['responseExamples'] {
  return responses.flatMap(({ status, response }) =>
    Object.values(response.content ?? {})
      .slice(0, 1)
      .flatMap((media) => {
        const value = [...namedExamples(description, media).values()][0]?.value ?? media.example;
        if (value === undefined) return [];
        return [{ status, ...bodyExample(typeof value === 'string' ? value : JSON.stringify(value)) }];
      }),
  );
}

function bodyExample(text: string): BodyExample {
  return { text: jsonBlock(text), language: /^\s*[[{"]/.test(text) ? 'json' : 'plain' };
}
