import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '@hyperjump/json-schema/draft-07';
import '@hyperjump/json-schema/openapi-3-0';
import '@hyperjump/json-schema/openapi-3-1';
import { setShouldValidateSchema, validate } from '@hyperjump/json-schema/openapi-3-2';

// Only values are validated here, not the schemas.
setShouldValidateSchema(false);

/** Whether a value is valid for a schema of a description. */
export type Judge = (name: string, value: unknown) => Promise<boolean>;

/**
 * Loads the schemas of a description into another implementation of JSON Schema, which supports the dialects of OpenAPI.
 *
 * @param schemas The value of `components.schemas`.
 */
export async function withReferee(
  openapi: string,
  schemas: Record<string, unknown>,
  use: (judge: Judge) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'referee-'));
  try {
    const file = join(folder, 'description.openapi.json');
    const description = { openapi, info: { title: 'Schemas', version: '1' }, paths: {}, components: { schemas } };
    await writeFile(file, JSON.stringify(description));
    const uri = pathToFileURL(file).href;
    const judges = new Map<string, Promise<(value: never) => { valid: boolean }>>();
    await use(async (name, value) => {
      const judge = judges.get(name) ?? validate(`${uri}#/components/schemas/${name}`);
      judges.set(name, judge);
      return (await judge)(value as never).valid;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
