import { setImmediate as turn } from 'node:timers/promises';
import { statusCode } from '../../description/statuses.js';
import { namedExamples } from '../../description/operations.js';
import type { MockOperation } from '../../contract/operations.js';
import { explain } from '../../contract/schema/explain.js';
import { diagnoseResponse } from './prism/prism.js';

/** How long examples are validated, in milliseconds: compiling the schemas of a large description takes minutes. */
const longest = 2000;

interface ResponseExample {
  operation: MockOperation;
  status: string;
  mediaType: string;
  name: string;
  value: unknown;
}

/**
 * Validates the response examples of operations by their schemas, a few milliseconds at a time.
 *
 * @returns A sentence for each example that breaks its schema; and one where two seconds were not enough.
 */
export async function exampleWarnings(operations: MockOperation[]): Promise<string[]> {
  const examples = operations.flatMap(responseExamples);
  const warnings: string[] = [];
  const deadline = performance.now() + longest;
  for (const [index, example] of examples.entries()) {
    if (performance.now() > deadline) {
      warnings.push(`Only ${index} of ${examples.length} response examples were validated in ${longest / 1000} s.`);
      break;
    }
    await turn();
    warnings.push(...brokenExample(example));
  }
  return warnings;
}

function responseExamples(operation: MockOperation): ResponseExample[] {
  return operation.documented.responses.flatMap(({ status, response }) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, media]) => {
      const named = [...namedExamples(operation.description, media)].map(([name, { value }]) => ({ name, value }));
      const all = media.example === undefined ? named : [...named, { name: 'example', value: media.example }];
      return all.map((example) => ({ operation, status, mediaType, ...example }));
    }),
  );
}

function brokenExample({ operation, status, mediaType, name, value }: ResponseExample): string[] {
  const { prism, documented } = operation;
  // An example without a value refers to a file of its own, which is not read.
  if (value === undefined) return [];
  try {
    const sent = { statusCode: statusCode(status), headers: { 'content-type': mediaType }, body: value };
    const [first, ...others] = diagnoseResponse(prism, sent)
      .filter(({ path }) => path?.[0] === 'body')
      .map((one) => explain('Response', one));
    if (!first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return [
      `${documented.operationId} ${status}: The example "${name}" breaks its schema: ${first.message.replace(/\.$/, '')}${more}.`,
    ];
  } catch {
    return [];
  }
}
