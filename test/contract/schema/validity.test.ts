import { describe, expect, test } from 'vitest';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import type { Description } from '../../../src/description/types.js';
import { withReferee } from './referee.js';
import { casesOf30, casesOf31, commonCases, sharedSchemas } from './validity-cases.js';

describe.each([
  { openapi: '3.0.4', cases: [...commonCases, ...casesOf30] },
  { openapi: '3.1.1', cases: [...commonCases, ...casesOf31] },
  { openapi: '3.2.0', cases: [...commonCases, ...casesOf31] },
])('in OpenAPI $openapi', ({ openapi, cases }) => {
  const named = Object.fromEntries(cases.map(({ schema }, index) => [`Case${index}`, schema]));
  const components = { schemas: { ...sharedSchemas, ...named } };
  const schemas = new Schemas({ openapi, info: { title: '', version: '' }, components } as Description);

  test.each(cases.map((one, index) => ({ ...one, pointer: `/components/schemas/Case${index}` })))(
    '$what: valid and invalid as JSON Schema has it',
    ({ pointer, valid, invalid }) => {
      for (const value of valid) expect(schemas.check(pointer, value, 'request'), JSON.stringify(value)).toEqual([]);
      for (const value of invalid) {
        const found = schemas.check(pointer, value, 'request');
        expect(found, JSON.stringify(value)).not.toEqual([]);
        expect(found.map(({ kind }) => kind)).not.toContain('not checked');
      }
    },
  );

  test('another implementation says the same of each value', async () => {
    await withReferee(openapi, components.schemas, async (judge) => {
      for (const [index, { what, valid, invalid }] of cases.entries()) {
        const said = async (value: unknown): Promise<boolean> => judge(`Case${index}`, value);
        expect([what, await Promise.all(valid.map(said))]).toEqual([what, valid.map(() => true)]);
        expect([what, await Promise.all(invalid.map(said))]).toEqual([what, invalid.map(() => false)]);
      }
    });
  });
});
