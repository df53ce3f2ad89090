import { setImmediate as turn } from 'node:timers/promises';
import { namedExamples } from '../../description/operations.js';
import type { ContractOperation } from '../../contract/operations.js';
import type { ContractMedia } from '../../contract/body/media.js';
import { findingViolations } from '../../contract/schema/finding-violations.js';

/** The longest time for validating examples, in milliseconds. Compiling the schemas of a large description takes minutes. */
const longest = 2000;

interface ResponseExample {
  operation: ContractOperation;
  status: string;
  contract: ContractMedia;
  name: string;
  value: unknown;
}

/**
 * Validates the response examples of operations against their schemas. Other work of the process gets a turn in between.
 *
 * @returns One sentence for each example that breaks its schema, and one more when the time was too short for all examples.
 */
export async function exampleWarnings(operations: ContractOperation[]): Promise<string[]> {
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

function responseExamples(operation: ContractOperation): ResponseExample[] {
  return operation.responses.flatMap(({ key: status, media: contents }) =>
    contents.flatMap((contract) => {
      const { media } = contract;
      const named = [...namedExamples(operation.description, media)].map(([name, { value }]) => ({ name, value }));
      const all = media.example === undefined ? named : [...named, { name: 'example', value: media.example }];
      return all.map((example) => ({ operation, status, contract, ...example }));
    }),
  );
}

function brokenExample({ operation, status, contract: { schema }, name, value }: ResponseExample): string[] {
  const { schemas, documented } = operation;
  // An example has no value when it refers to a file that could not be read.
  if (value === undefined || schema === undefined) return [];
  const findings = schemas.check(schema, value, 'response').filter(({ kind }) => kind === 'violation');
  const [first, ...others] = findingViolations(findings, ['body']);
  if (!first) return [];
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return [
    `${documented.operationId} ${status}: The example "${name}" breaks its schema: ${first.message.replace(/\.$/, '')}${more}.`,
  ];
}
