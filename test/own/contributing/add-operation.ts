import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../support/command.js';
import { copyTracked, edit } from '../../support/project.js';

/** The version after the new operation. */
const version = '1.1.0';

const operation = `post:
  operationId: cancelPasswordReset
  summary: Cancel Password Reset
  description: |
    Cancel a reset that was requested.
  security:
    - AuthToken: []
  parameters:
    - name: reason
      in: query
      description: Why the reset is cancelled
      required: false
      schema:
        type: string
      examples:
        reset-cancelled:
          value: a mistake
        already-completed:
          value: too late
  requestBody:
    required: true
    content:
      application/json:
        schema:
          $ref: ../components/schemas/ResetPasswordRequest.yaml
        examples:
          reset-cancelled:
            $ref: ../components/examples/AccountEmail.yaml
          already-completed:
            $ref: ../components/examples/UnknownEmail.yaml
  responses:
    '200':
      x-summary: OK
      description: The reset was cancelled
      content:
        application/json:
          schema:
            type: object
            required:
              - cancelled
            properties:
              cancelled:
                description: Whether a reset was cancelled
                type: boolean
          examples:
            reset-cancelled:
              value:
                cancelled: true
    '401':
      $ref: ../components/responses/Unauthorized.yaml
    '409':
      x-summary: Conflict
      description: The reset was completed before
      x-microcks-refs:
        - already-completed
`;

/**
 * Copies the project and does in the copy what CONTRIBUTING asks for to add an operation, up to the build and to the
 * facts of `test/own/`.
 *
 * @param directory Where the copy goes.
 */
export async function addOperation(directory: string): Promise<void> {
  await copyTracked(directory);
  await writeFile(join(directory, 'openapi/paths/cancel-password.yaml'), operation);
  await edit(
    join(directory, 'openapi/openapi.yaml'),
    'components:\n',
    '  /api/organizations/cancel-password/:\n    $ref: paths/cancel-password.yaml\ncomponents:\n',
  );
  const { version: before } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  for (const file of ['package.json', 'openapi/openapi.yaml']) {
    const text = await readFile(join(directory, file), 'utf8');
    await writeFile(join(directory, file), text.replace(new RegExp(`(\\bversion"?: "?)${before}`), `$1${version}`));
  }
  await edit(join(directory, 'CHANGELOG.md'), '## [Unreleased]\n', '## [Unreleased]\n\n### Added\n\n- Cancel Password Reset.\n');
}
