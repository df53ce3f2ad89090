import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../support/command.js';
import type { Row } from '../row.js';
import { ownBuild, secondsOf, stockBuild } from '../stock-build.js';

export const title = 'Size: the build of 3, 100 and 1,000 operations, against the stock commands one after the other';

const sizes = [3, 100, 1000];
const rounds = 3;

/** Times both alternately. The fastest of three counts, since other load on the machine only adds time. */
export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    const times: Array<{ size: number; ours: number; stock: number }> = [];
    for (const size of sizes) {
      const own = join(directory, String(size));
      const stockDirectory = join(own, 'stock');
      const description = join(own, 'openapi.json');
      await mkdir(stockDirectory, { recursive: true });
      await writeFile(join(own, 'redocly.yaml'), 'extends: [spec]\ntelemetry: off\n');
      await writeFile(description, JSON.stringify(descriptionOf(size)));
      const ours: number[] = [];
      const stock: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        let sum = 0;
        for (const [name, work] of stockBuild(description, stockDirectory, own)) sum += await secondsOf(name, work);
        stock.push(sum);
        const args = ['--description', description, '--out', join(own, 'out')];
        ours.push(await secondsOf('npm run build', () => ownBuild(args, root)));
      }
      times.push({ size, ours: Math.min(...ours), stock: Math.min(...stock) });
    }
    const [small, medium, large] = times as [(typeof times)[0], (typeof times)[0], (typeof times)[0]];
    const perOperation = (a: typeof small, b: typeof small): number => ((b.ours - a.ours) / (b.size - a.size)) * 1000;
    const growth = perOperation(medium, large) / perOperation(small, medium);
    return [
      ...times.map(({ size, ours, stock }) => ({
        name: `${size} operations`,
        value: `${ours.toFixed(2)} s, stock ${stock.toFixed(2)} s, ratio ${(ours / stock).toFixed(2)}`,
        ...(size === large.size && { limit: 'ratio <= 1', met: ours <= stock }),
      })),
      { name: 'each operation more, from 3 to 100', value: `${perOperation(small, medium).toFixed(1)} ms` },
      { name: 'each operation more, from 100 to 1,000', value: `${perOperation(medium, large).toFixed(1)} ms` },
      { name: 'growth: linear is 1', value: growth.toFixed(2), limit: '<= 1.5', met: growth <= 1.5 },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A realistic description: each operation has a parameter, a body and named examples, and shares schemas. */
function descriptionOf(size: number): object {
  const json = (schema: object, examples?: object): object => ({ 'application/json': { schema, ...(examples && { examples }) } });
  const operation = (number: number): object => ({
    operationId: `updateThing${number}`,
    summary: `Update thing ${number}`,
    description: `Changes thing **${number}** and answers with it.`,
    parameters: [{ name: 'id', in: 'path', required: true, description: 'Which.', schema: { type: 'string' }, example: 'a1' }],
    requestBody: {
      required: true,
      content: json({ $ref: '#/components/schemas/Thing' }, { usual: { value: { name: 'Thing', size: number } } }),
    },
    responses: {
      200: {
        description: 'Updated.',
        content: json({ $ref: '#/components/schemas/Thing' }, { usual: { value: { name: 'Thing', size: number } } }),
      },
      404: { description: 'There is none.' },
    },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0', description: 'An API of many operations.' },
    servers: [{ url: 'https://things.example' }],
    security: [],
    paths: Object.fromEntries(
      Array.from({ length: size }, (_, number) => [`/things-${number}/{id}`, { put: operation(number) }]),
    ),
    components: {
      schemas: {
        Thing: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', description: 'What it is called.' }, size: { type: 'integer', minimum: 0 } },
        },
      },
    },
  };
}
