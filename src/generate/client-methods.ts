import type { DescribedOperation } from '../description/operations.js';

/**
 * Writes the text of the interface that lists the methods of the client, each with the words of the description.
 *
 * @param operations The operations in the order of the description.
 * @returns TypeScript, without the imports of what it names: `schema`, `OperationInit` and `OperationOutcome`.
 */
export function renderMethods(operations: DescribedOperation[]): string {
  const methods = operations.map((operation) => {
    const type = typeOf(operation);
    const optional = takesNothing(operation) ? '?' : '';
    const name = JSON.stringify(operation.operationId);
    const key = /^[A-Za-z_$][\w$]*$/.test(operation.operationId) ? operation.operationId : `[${name}]`;
    return `${comment(words(operation))}  ${key}(init${optional}: OperationInit<${type}>): Promise<OperationOutcome<${type}>>;\n`;
  });
  return `export interface OwnMethods {\n${methods.join('\n')}}\n`;
}

/** Where openapi-typescript puts the type of an operation. */
function typeOf({ path, method, operation: { operationId } }: DescribedOperation): string {
  // It reads a hash as the beginning of a JSON pointer.
  if (operationId !== undefined) return `schema.operations[${JSON.stringify(operationId.replaceAll('#', '/'))}]`;
  return `schema.paths[${JSON.stringify(path)}][${JSON.stringify(method.toLowerCase())}]`;
}

function takesNothing({ parameters, requestBody }: DescribedOperation): boolean {
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
}: DescribedOperation): string {
  const takes = [
    ...parameters.map(({ in: place, name, required, description: meaning }) => {
      const where = place === 'header' || place === 'query' || place === 'path' ? place : 'cookie';
      return item(`\`params.${where}.${name}\`${required ? '' : ' (optional)'}`, meaning);
    }),
    ...(requestBody
      ? [
          item(
            `\`body\`${requestBody.required ? '' : ' (optional)'}, ${Object.keys(requestBody.content).join(' or ')}`,
            requestBody.description,
          ),
        ]
      : []),
  ];
  const outcomes = responses.map(({ status, response }) =>
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
    '@returns The outcome, by its `status`:',
    ...outcomes,
    '@throws ClientError for every other outcome.',
  ].join('\n');
}

function item(name: string, meaning: string | undefined): string {
  return `- ${name}${meaning ? `: ${meaning.trim().replaceAll(/\s+/g, ' ')}` : ''}`;
}

function comment(text: string): string {
  const lines = text.replaceAll('*/', '*\\/').split(/\r?\n|\r|\u2028|\u2029/);
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`;
}
