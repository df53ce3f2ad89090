import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../src/command/input-error.js';
import { Schemas, type SchemaFinding } from '../../../src/contract/schema/schemas.js';
import type { Description } from '../../../src/description/types.js';
import { withReferee } from '../../contract/schema/referee.js';
import type { Row } from '../row.js';

export const title = 'JSON Schema: the official suite, each schema as that of a request body, accepted and refused';

/** A schema of the suite, with valid and invalid values. */
interface Group {
  description: string;
  schema: unknown;
  tests: Array<{ description: string; data: unknown; valid: boolean }>;
}

/** Files of the suite that do not apply to descriptions: `format` as an annotation only, and external documents. */
const leftOut = ['format.json', 'refRemote.json', 'vocabulary.json'];

interface Tally {
  right: number;
  refusedWrongly: number;
  acceptedWrongly: number;
  /** The wrongly accepted values without a report that something was not checked. */
  unsaid: number;
  /** Tests that need an external document. */
  elsewhere: number;
  refereeRight: number;
}

/**
 * Validates the values of the official suite, and counts how often the validator is correct.
 *
 * @param directory The folder `tests/draft2020-12` of the JSON Schema Test Suite.
 * @throws InputError when no folder is given, or it contains no tests.
 */
export async function measure(directory?: string): Promise<Row[]> {
  if (directory === undefined || !existsSync(directory))
    throw new InputError('Name a folder of the JSON Schema Test Suite: npm run bench -- conformance tests/draft2020-12.');
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json') && !leftOut.includes(name));
  if (files.length === 0) throw new InputError(`There are no tests in ${directory}.`);
  const tally: Tally = { right: 0, refusedWrongly: 0, acceptedWrongly: 0, unsaid: 0, elsewhere: 0, refereeRight: 0 };
  const groups: Group[] = [];
  for (const file of files) groups.push(...(JSON.parse(await readFile(join(directory, file), 'utf8')) as Group[]));
  const schemas = Object.fromEntries(groups.map(({ schema }, index) => [`Schema${index}`, onItsOwn(schema, index)]));
  await withReferee('3.1.1', schemas, async (judge) => {
    for (const [index, group] of groups.entries())
      await count(tally, group, schemas[`Schema${index}`], async (value) => judge(`Schema${index}`, value));
  });
  return [...rows(tally), ...(await speed(schemas))];
}

async function count(tally: Tally, group: Group, schema: unknown, judge: (value: unknown) => Promise<boolean>): Promise<void> {
  const check = checker(schema);
  for (const { description, data, valid } of group.tests) {
    const found = check(data);
    if (found.some((one) => one.kind === 'not checked' && one.reason.includes('leads out of the description'))) {
      tally.elsewhere += 1;
      continue;
    }
    const isAccepted = !found.some(({ kind }) => kind === 'violation');
    const isSaid = found.some(({ kind }) => kind === 'not checked');
    if (isAccepted === valid) tally.right += 1;
    else if (valid) tally.refusedWrongly += 1;
    else tally.acceptedWrongly += 1;
    if (isAccepted && !valid && !isSaid) tally.unsaid += 1;
    if (isAccepted !== valid)
      console.log(`${valid ? 'refused' : 'accepted'}${isSaid ? ', said' : ''}: ${group.description}: ${description}`);
    if ((await judge(data).catch(() => !valid)) === valid) tally.refereeRight += 1;
  }
}

function rows({ right, refusedWrongly, acceptedWrongly, unsaid, elsewhere, refereeRight }: Tally): Row[] {
  const all = right + refusedWrongly + acceptedWrongly;
  const share = right / all;
  return [
    { name: 'right', value: `${right} of ${all}, ${(share * 100).toFixed(1)} %`, limit: '>= 98.5 %', met: share >= 0.985 },
    { name: 'accepted wrongly', value: String(acceptedWrongly), limit: '<= 8', met: acceptedWrongly <= 8 },
    { name: 'of those, not a word', value: String(unsaid), limit: '0', met: unsaid === 0 },
    { name: 'refused wrongly', value: String(refusedWrongly) },
    { name: 'left out: another document is needed', value: String(elsewhere) },
    { name: 'right: @hyperjump/json-schema', value: `${refereeRight} of ${all}` },
  ];
}

/** Validates a value with a description of one schema. */
function checker(schema: unknown): (value: unknown) => SchemaFinding[] {
  const description = {
    openapi: '3.1.1',
    info: { title: 'Suite', version: '1' },
    paths: { '/tested': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } } },
  };
  const schemas = new Schemas(description as unknown as Description);
  return (value) => schemas.check('/paths/~1tested/post/requestBody/content/application~1json/schema', value, 'request');
}

/** Adapts the references of a schema to its own parts, so that they also work within a description. */
function onItsOwn(schema: unknown, index: number): unknown {
  const isWhole = typeof schema !== 'object' || schema === null || '$id' in schema || !JSON.stringify(schema).includes('"#');
  return isWhole ? schema : { $id: `https://suite.test/${index}`, ...schema };
}

/** The time to compile, and to validate a large value. It is CPU time, since others use the machine. */
async function speed(schemas: Record<string, unknown>): Promise<Row[]> {
  const description = {
    openapi: '3.1.1',
    info: { title: 'Suite', version: '1' },
    components: { schemas: { ...schemas, Large: list } },
  };
  const compiled = new Schemas(description);
  const names = Object.keys(schemas);
  const compiling = await milliseconds(() => {
    for (const name of names) compiled.check(`/components/schemas/${name}`, null, 'request');
  });
  const value = Array.from({ length: 1000 }, (_, index) => ({
    id: index,
    name: `name ${index}`,
    tags: ['a', 'b'],
    price: index / 100,
  }));
  const large = `/components/schemas/Large`;
  compiled.check(large, value, 'request');
  const validating = await milliseconds(() => {
    for (let round = 0; round < 100; round += 1) compiled.check(large, value, 'request');
  });
  const refereeValidating = await new Promise<number>((resolve, reject) => {
    withReferee('3.1.1', { Large: list }, async (judge) => {
      await judge('Large', value);
      resolve(await milliseconds(async () => judge('Large', value)));
    }).catch(reject);
  });
  return [
    { name: 'schemas compiled in a second', value: String(Math.round((names.length / compiling) * 1000)) },
    { name: `a value of ${Math.round(JSON.stringify(value).length / 1000)} KB, ms`, value: (validating / 100).toFixed(2) },
    { name: 'the same: @hyperjump/json-schema', value: refereeValidating.toFixed(2) },
  ];
}

const list = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'integer', minimum: 0 },
      name: { type: 'string', maxLength: 20 },
      tags: { type: 'array', items: { type: 'string' } },
      price: { type: 'number' },
    },
  },
};

async function milliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
