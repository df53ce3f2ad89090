import type { DocumentedOperation } from '../../description/operations.js';
import type { RequestBody } from '../../description/types.js';
import { memberNames } from './constant-names.js';
import { propertyName } from './literal.js';

/**
 * Writes the interface with the methods of the client. It uses these types without declaring or importing them: `Operations`,
 * `OperationInit`, `OperationOutcome`, `ParseAs` and `ParseOption`. The comment of each method comes from the description.
 */
export function renderMethods(operations: DocumentedOperation[]): string {
  return `export interface Methods {\n${operations.map(renderMethod).join('\n')}}\n`;
}

function renderMethod(operation: DocumentedOperation): string {
  const { operationId, requestBody } = operation;
  const type = `Operations[${JSON.stringify(operationId)}]`;
  const body = requestBody
    ? ` & {\n${comment(bodyWords(requestBody), '      ')}      body${requestBody.required ? '' : '?'}: OperationInit<${type}>["body"];\n    }`
    : '';
  return `${comment(words(operation), '  ')}  ${propertyName(methodName(operationId))}<Parse extends ParseAs | undefined = undefined>(
    init${takesNothing(operation) ? '?' : ''}: OperationInit<${type}> & ParseOption<Parse>${body},
  ): Promise<OperationOutcome<${type}, Parse>>;
`;
}

/** The name of the client's method for an operation. A name that the client or JavaScript needs itself gets an underscore. */
export function methodName(operationId: string): string {
  return memberNames.has(operationId) ? `${operationId}_` : operationId;
}

function takesNothing({ parameters, requestBody }: DocumentedOperation): boolean {
  return !requestBody?.required && !parameters.some((parameter) => parameter.required || parameter.in === 'path');
}

function words({
  summary,
  description,
  method,
  path,
  parameters,
  requestBody,
  responses,
  operation,
}: DocumentedOperation): string {
  const takes = [
    ...parameters.map(({ in: place, name, required, description: meaning }) => {
      return item(`\`params.${place === 'querystring' ? 'query' : place}.${name}\`${required ? '' : ' (optional)'}`, meaning);
    }),
    ...(requestBody
      ? [item(`\`body\`${requestBody.required ? '' : ' (optional)'}, ${mediaTypes(requestBody)}`, requestBody.description)]
      : []),
  ];
  const returns = responses.map(({ status, response }) =>
    item([status, response['x-summary']].filter(Boolean).join(' '), response.description),
  );
  return [
    summary,
    ...(description ? ['', description.trim()] : []),
    '',
    `\`${method} ${path}\``,
    '',
    ...(operation.deprecated ? ['@deprecated'] : []),
    ...(takes.length > 0 ? ['@param init', ...takes] : []),
    '@returns The response, by its `status`:',
    ...returns,
    '@throws ClientError for everything else.',
  ].join('\n');
}

function item(name: string, meaning: string | undefined): string {
  return `- ${name}${meaning ? `: ${meaning.trim().replaceAll(/\s+/g, ' ')}` : ''}`;
}

function bodyWords(requestBody: RequestBody): string {
  return [requestBody.description?.trim(), `As ${mediaTypes(requestBody)}.`].filter(Boolean).join('\n\n');
}

function mediaTypes({ content }: RequestBody): string {
  return Object.keys(content).join(' or ');
}

/** Writes a text as a documentation comment, which editors show. */
export function comment(text: string, indent: string): string {
  const lines = text.replaceAll('*/', '*\\/').split(/\r?\n|\r|\u2028|\u2029/);
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
