import { readFileSync } from 'node:fs';
import { formParts } from '../../src/description/multipart/parts.js';
import { multipartText } from '../../src/description/multipart/text.js';
import { documentedOperations, namedExamples, type DocumentedOperation } from '../../src/description/operations.js';
import type { Scenario } from '../../src/description/scenarios.js';
import type { Description } from '../../src/description/types.js';

/** The bundled description. */
export const description: Description = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as Description;

/** Its operations. */
export const operations: DocumentedOperation[] = documentedOperations(description);

/** The headers of a request, with credentials if the operation requires them. */
function credentials({ security }: DocumentedOperation): Record<string, string> {
  return security.length > 0 ? { authorization: 'Token a0f17278bed479ee719ea890b8caf0329e1f3e5b' } : {};
}

/** A request that the test functions can send. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The request with all inputs of a scenario. */
export function requestOf(operation: DocumentedOperation, { inputs }: Scenario): Sent {
  const query = new URLSearchParams();
  const headers = credentials(operation);
  let { path } = operation;
  let body: string | undefined;
  for (const { in: place, name, value } of inputs) {
    if (place === 'query') for (const one of [value].flat()) query.append(name, String(one));
    if (place === 'path') path = path.replaceAll(`{${name}}`, encodeURIComponent(String(value)));
    if (place !== 'body') continue;
    const media = operation.requestBody?.content[name] ?? {};
    const isForm = name === 'multipart/form-data';
    headers['content-type'] = isForm ? `${name}; boundary=form-boundary` : name;
    if (isForm) body = multipartText(formParts(description, media, value as object), 'form-boundary');
    else body = typeof value === 'string' ? value : JSON.stringify(value);
  }
  const search = query.size > 0 ? `?${query}` : '';
  return { method: operation.method, path: `${path}${search}`, headers, ...(body !== undefined && { body }) };
}

/** A valid request of the operation, made from its first examples. */
export function validRequest(operation: DocumentedOperation): Sent {
  const inputs = [
    ...operation.parameters.map((parameter) => ({
      in: parameter.in,
      name: parameter.name,
      value: [...namedExamples(description, parameter).values()][0]?.value,
    })),
    ...Object.entries(operation.requestBody?.content ?? {})
      .slice(0, 1)
      .map(([name, media]) => ({ in: 'body' as const, name, value: [...namedExamples(description, media).values()][0]?.value })),
  ].map((input) => ({ ...input, summary: '', holdsJson: false, required: true }));
  return requestOf(operation, { name: '', status: 200, hasBody: true, inputs });
}

/** The operation with an `operationId`. */
export function operationOf(operationId: string): DocumentedOperation {
  const operation = operations.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`The description has no operation "${operationId}": the test is out of date.`);
  return operation;
}
