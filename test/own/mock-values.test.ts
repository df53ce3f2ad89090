import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentedOperations } from '../../src/description/operations.js';
import { scenarios, type Scenario } from '../../src/description/scenarios.js';
import type { Description } from '../../src/description/types.js';

const description = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as Description;

test('the values of each scenario are those that a developer types', () => {
  const email = 'jweir@projectthanos.com';
  const token = 'G7TwCq1Vkds0DLYnfAuP';
  const [nobody, unknown, password] = ['nobody@projectthanos.com', 'UnknownResetToken000', 'thanosrocks'];
  const known = ['resetPassword', 'validatePasswordReset', 'completePasswordReset'];
  const operations = documentedOperations(description).filter(({ operationId }) => known.includes(operationId));
  // The values of other operations are in the generated table of src/mock/README.md.
  expect(operations.flatMap((operation) => scenarios(description, operation).map(typed))).toEqual([
    ['reset-requested', 200, { email }],
    ['missing-email', 400, { email: '' }],
    ['no-permission', 403, { email: 'readonly@projectthanos.com' }],
    ['unknown-address', 404, { email: nobody }],
    ['reset-validated', 204, token, { email }],
    ['missing-email', 400, token, { email: '' }],
    ['missing-token', 400, '', { email }],
    ['unknown-address', 404, token, { email: nobody }],
    ['unknown-token', 404, unknown, { email }],
    ['password-updated', 204, { password, token }],
    ['missing-password', 400, { password: '', token }],
    ['unknown-token', 404, { password, token: unknown }],
  ]);
});

/** A scenario as a row. JSON inside a text is parsed. */
function typed({ name, status, inputs }: Scenario): unknown[] {
  return [name, status, ...inputs.map(({ value, holdsJson }): unknown => (holdsJson ? JSON.parse(value as string) : value))];
}
