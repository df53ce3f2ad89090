import { dirname, join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { projectDirectory } from '../command/files/project-directory.js';
import type { Description } from '../description/types.js';
import { contractProblems, prepareOperations, type ContractOperation } from '../contract/operations.js';
import { completeDescription } from '../description/complete.js';
import { readDescription } from '../reading/description-file.js';
import { valuesProblems } from './files/check-values.js';
import { noWorkflow, planWalk, type Step } from './walk/plan.js';
import { noValues, readValues, type Values } from './files/values-file.js';
import { findWorkflow, readWorkflow, type StepOutput } from './files/workflow-file.js';

/** Everything that a check needs, read from its files. */
export interface PreparedWalk {
  /** `info.title` and `info.version`, as far as the description has them. */
  title: string;
  description: Description;
  /** All operations of the description, including those that `only` leaves out. */
  operations: ContractOperation[];
  /** A sentence for each part of the description that is left out or cannot be checked. */
  unchecked: string[];
  steps: Step[];
  outputs: StepOutput[];
  values: Values;
}

/** The files of a check, and the selection of its requests. */
export interface WalkFiles {
  /** Default: the description that ships with this package. */
  description?: string;
  /** Whether its references may leave its folder or its server. Default: `false`. */
  externalRefs?: boolean;
  /** Default: the Arazzo description beside the description, if there is one. */
  workflow?: string;
  values?: string;
  /** Names, separated by commas. Default: everything. */
  only?: string;
}

/**
 * Reads the files of a check and plans its requests.
 *
 * @throws InputError when a file cannot be read, the description has no usable operation, or a name in `only` or in the values
 *   file is not in the description.
 */
export async function prepare({
  description: path,
  externalRefs,
  workflow: workflowPath,
  values: valuesPath,
  only = '',
}: WalkFiles): Promise<PreparedWalk> {
  const read = await readDescription(path ?? join(projectDirectory(), 'generated/openapi.yaml'), externalRefs);
  const { description, notes } = completeDescription(read.description);
  const { operations, warnings } = prepareOperations(description);
  if (operations.length === 0) {
    const [reason = 'It has no operations.'] = warnings;
    throw new InputError(`The description ${read.name} asks nothing of a server: ${reason}`);
  }
  const found = workflowPath ?? (await findWorkflow(path === undefined ? join(projectDirectory(), 'openapi') : dirname(path)));
  const workflow = found === undefined ? noWorkflow : await readWorkflow(found);
  const names = only.split(',').map((name) => name.trim());
  const { steps, unknown } = planWalk(
    operations,
    workflow,
    names.filter((name) => name !== ''),
  );
  if (unknown.length > 0) {
    const known = operations.map(({ documented }) => documented.operationId).join(', ');
    throw new InputError(
      `--only names ${unknown.join(', ')}, which is not in the description: it has ${known}, each with .status or .example.`,
    );
  }
  const known = { description, operations, steps: planWalk(operations, workflow).steps };
  const values = valuesPath === undefined ? noValues : await knownValues(valuesPath, known);
  const title = [description.info.title, description.info.version].filter(Boolean).join(' ');
  const unchecked = [...read.warnings, ...notes, ...warnings, ...contractProblems(operations)];
  return { title, description, operations, unchecked, steps, outputs: workflow.outputs, values };
}

/** Reads the values of a file. They have to be of the description. */
async function knownValues(path: string, known: Parameters<typeof valuesProblems>[2]): Promise<Values> {
  const values = await readValues(path);
  const problems = valuesProblems(values, path, known);
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return values;
}
