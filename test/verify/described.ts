import { prepareOperations, type ContractOperation } from '../../src/contract/operations.js';
import { completeDescription } from '../../src/description/complete.js';
import { isSuccess, noWorkflow, planWalk, type Step } from '../../src/verify/walk/plan.js';
import type { Workflow } from '../../src/verify/files/workflow-file.js';

/** The operations of a description with these parts. */
export function operationsOf(parts: object): ContractOperation[] {
  const { description } = completeDescription({ openapi: '3.1.0', info: { title: 'Things', version: '1' }, ...parts });
  return prepareOperations(description).operations;
}

/** The only operation of a description, `a`. */
export function operationOf(method: string, operation: object, parts: object = {}): ContractOperation {
  const [only] = operationsOf({ paths: { '/a': { [method]: { operationId: 'a', ...operation } } }, ...parts });
  if (!only) throw new Error('The description has one operation.');
  return only;
}

/** The steps of the walk of operations. */
export function stepsOf(operations: ContractOperation[], workflow: Workflow = noWorkflow): Step[] {
  return planWalk(operations, workflow).steps;
}

/** The first step of an operation, `a`, that is to succeed. */
export function stepOf(method: string, operation: object, parts: object = {}): Step {
  const success = stepsOf([operationOf(method, operation, parts)]).find(isSuccess);
  if (!success) throw new Error('The operation has a success.');
  return success;
}
