import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { startMock } from '../../src/mock/index.js';
import { root, runTool } from '../support/command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const path = 'openapi/password-reset.arazzo.yaml';

it('passes redocly lint without an error or a warning', async () => {
  const { code, stdout } = await runTool('redocly', ['lint', path, '--format=json']);
  const { totals } = JSON.parse(stdout) as { totals: { errors: number; warnings: number } };
  expect({ code, ...totals }).toMatchObject({ code: 0, errors: 0, warnings: 0 });
});

it('has the calls in their order of use, with the reset token handed on, and each way to fail', async () => {
  const { workflows } = parse(await readFile(join(root, path), 'utf8')) as Arazzo;
  const expected = {
    resetAPassword: [
      'resetPassword $statusCode == 200',
      'validatePasswordReset $statusCode == 204',
      'completePasswordReset $statusCode == 204',
    ],
    unknownAddress: ['resetPassword $statusCode == 404'],
    unknownToken: ['validatePasswordReset $statusCode == 404', 'completePasswordReset $statusCode == 404'],
    noAuthentication: ['validatePasswordReset $statusCode == 401'],
  };
  expect(Object.fromEntries(workflows.map(({ workflowId, steps }) => [workflowId, steps.map(expectation)]))).toEqual(expected);

  const [reset, validate, complete] = workflows[0]!.steps;
  const handedOn = '$steps.reset.outputs.resetToken';
  expect(reset?.outputs).toEqual({ resetToken: '$response.body#/reset_token' });
  expect(validate?.parameters).toContainEqual({ name: 'token', in: 'query', value: handedOn });
  expect(complete?.requestBody?.payload).toMatchObject({ token: handedOn });
});

it('is run by redocly respect against the mock, with every check of every step passed', async (context) => {
  const { workflows } = parse(await readFile(join(root, path), 'utf8')) as Arazzo;
  const mock = await startMock({ port: 0 });
  context.onTestFinished(() => mock.close());
  const report = join(await temporaryDirectory(context), 'report.json');

  const { code, stdout } = await runTool('redocly', ['respect', path, '-S', `password-reset=${mock.url}`, '-J', report]);

  expect(stdout).not.toContain('✗');
  const { files } = JSON.parse(await readFile(report, 'utf8')) as Report;
  const passed = Object.values(files)
    .flatMap((file) => file.executedWorkflows)
    .map((workflow) => ({
      workflowId: workflow.workflowId,
      steps: workflow.executedSteps.filter((step) => step.status === 'success').map((step) => step.stepId),
    }));
  expect(passed).toEqual(workflows.map(({ workflowId, steps }) => ({ workflowId, steps: steps.map(({ stepId }) => stepId) })));
  expect(code).toBe(0);
});

/** The call of a step, and its requirements for the response. */
function expectation({ operationId, successCriteria = [] }: Step): string {
  return [operationId, ...successCriteria.map(({ condition }) => condition)].join(' ');
}

interface Arazzo {
  workflows: Array<{ workflowId: string; steps: Step[] }>;
}

interface Step {
  stepId: string;
  operationId: string;
  parameters?: unknown[];
  requestBody?: { payload: unknown };
  successCriteria?: Array<{ condition: string }>;
  outputs?: Record<string, string>;
}

interface Report {
  files: Record<
    string,
    { executedWorkflows: Array<{ workflowId: string; executedSteps: Array<{ stepId: string; status: string }> }> }
  >;
}
