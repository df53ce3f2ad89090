import type { Mutation } from './mutation.js';

const file = 'password-reset.arazzo.yaml';

/** Mutations of the workflows. Nothing is generated from these, so no file becomes stale. */
export const workflows: Mutation[] = [
  {
    title: 'a step calls an operation that does not exist',
    edits: [[file, 'operationId: validatePasswordReset', 'operationId: validateReset']],
  },
  {
    title: 'a step calls another operation',
    edits: [[file, 'operationId: completePasswordReset', 'operationId: resetPassword']],
  },
  { title: 'a step expects another status', edits: [[file, '$statusCode == 204', '$statusCode == 200']] },
  { title: 'a step expects less', edits: [[file, '$statusCode == 204', '$statusCode < 500']] },
  {
    title: 'a step has no expectation',
    edits: [
      [
        file,
        '        successCriteria:\n          - condition: $statusCode == 204\n      - stepId: complete',
        '      - stepId: complete',
      ],
    ],
  },
  {
    title: 'a step takes the token from the wrong place',
    edits: [[file, '$response.body#/reset_token', '$response.body#/token']],
  },
  {
    title: 'a step has a token of its own',
    edits: [[file, 'value: $steps.reset.outputs.resetToken', 'value: G7TwCq1Vkds0DLYnfAuP']],
  },
  {
    title: 'a step loses its authentication',
    edits: [[file, '          - reference: $components.parameters.authorization\n', '']],
  },
  {
    title: 'a workflow is left out',
    edits: [
      [
        file,
        `  - workflowId: unknownAddress
    summary: A reset for an email address that is not in the system
    description: Reset Password returns 404.
    steps:
      - stepId: reset
        description: Request a reset
        operationId: resetPassword
        requestBody:
          contentType: application/json
          payload:
            email: nobody@projectthanos.com
        successCriteria:
          - condition: $statusCode == 404
`,
        '',
      ],
    ],
  },
];
