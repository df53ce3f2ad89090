import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../support/command.js';
import { copyTracked, edit } from '../../support/project.js';

/** The version after the new operation. */
const version = '2.1.0';

const operation = `put:
  operationId: replaceAccountPhoto
  summary: Replace Account Photo
  description: |
    Replace the photo of an account.
  security:
    - AuthToken: []
  parameters:
    - name: account
      in: path
      required: true
      description: The account
      schema:
        type: integer
        minimum: 1
        maximum: 9999
      examples:
        photo-replaced:
          value: 42
        unknown-account:
          value: 7
    - name: size
      in: query
      description: The sizes to make
      required: false
      schema:
        type: array
        maxItems: 3
        items:
          type: string
          enum: [small, large]
      examples:
        photo-replaced:
          value: [small, large]
        unknown-account:
          value: [small]
  requestBody:
    required: true
    content:
      multipart/form-data:
        schema:
          type: object
          required:
            - photo
          properties:
            photo:
              description: The photo
              type: string
              format: binary
            caption:
              description: What is on it
              type: string
              maxLength: 80
        encoding:
          photo:
            contentType: image/png
        examples:
          photo-replaced:
            value:
              photo: the bytes of a photo
              caption: Ada
          unknown-account:
            value:
              photo: the bytes of another photo
              caption: Nobody
  responses:
    '200':
      x-summary: OK
      description: The photo was replaced
      content:
        application/json:
          schema:
            type: object
            required:
              - bytes
            properties:
              bytes:
                description: How large it is
                type: integer
          examples:
            photo-replaced:
              value:
                bytes: 20
    '400':
      $ref: ../components/responses/BadRequest.yaml
    '401':
      $ref: ../components/responses/Unauthorized.yaml
    '404':
      x-summary: Not Found
      description: There is no such account
      x-microcks-refs:
        - unknown-account
    '415':
      $ref: ../components/responses/UnsupportedMediaType.yaml
`;

/**
 * Copies the project and adds an operation to the copy, following the steps of CONTRIBUTING up to the build and the facts in
 * `test/own/`.
 *
 * @param directory The directory for the copy.
 */
export async function addOperation(directory: string): Promise<void> {
  await copyTracked(directory);
  await writeFile(join(directory, 'openapi/paths/account-photo.yaml'), operation);
  await edit(
    join(directory, 'openapi/openapi.yaml'),
    'components:\n',
    '  /api/organizations/accounts/{account}/photo/:\n    $ref: paths/account-photo.yaml\ncomponents:\n',
  );
  const { version: before } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  for (const file of ['package.json', 'openapi/openapi.yaml']) {
    const text = await readFile(join(directory, file), 'utf8');
    await writeFile(join(directory, file), text.replace(new RegExp(`(\\bversion"?: "?)${before}`), `$1${version}`));
  }
  await edit(join(directory, 'CHANGELOG.md'), '## [Unreleased]\n', '## [Unreleased]\n\n### Added\n\n- Replace Account Photo.\n');
}
