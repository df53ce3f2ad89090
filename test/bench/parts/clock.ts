import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { startMock } from '../../../src/mock/index.js';
import type { Row } from '../row.js';

export const title = 'The clock: how long others wait for the mock while a pattern takes long for a text';

/** This pattern searches for the end from each letter, so its time grows with the square of the text, and no faster. */
const pattern = '[a-z]+!$';
const text = 'a'.repeat(20_000);

/** The places of the pattern, with bodies that it takes long for. */
const places: Array<[place: string, schema: object, body: unknown]> = [
  ['a text', { type: 'string', pattern }, text],
  ['the items of a list', { type: 'array', items: { pattern } }, ['b!', text, text]],
  ['names of properties', { propertyNames: { pattern } }, { [text]: 1 }],
  ['properties by a pattern', { patternProperties: { [pattern]: { type: 'string' } } }, { [text]: 1 }],
];

/** The number of clients that send such a body at the same time. */
const atOnce = 3;

/** How often each place is measured. The median counts, since other load on the machine makes waits longer. */
const rounds = 3;

/**
 * Sends requests to the mock in its own thread, almost without pauses, until it is stopped. Reports the time of each response.
 */
const otherClient = `
const { parentPort, workerData } = require('node:worker_threads');
const http = require('node:http');
const agent = new http.Agent({ keepAlive: true });
let stopped = false;
const waits = [];
const ask = () => {
  const start = performance.now();
  http.get(workerData, { agent }, (response) => response.resume().on('end', () => {
    waits.push(performance.now() - start);
    if (stopped) { agent.destroy(); parentPort.postMessage(waits); parentPort.close(); }
    else setTimeout(ask, 1);
  }));
};
parentPort.on('message', () => { stopped = true; });
ask();
`;

export async function measure(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const place of places) rows.push(...(await measurePlace(...place)));
  return rows;
}

async function measurePlace(place: string, schema: object, body: unknown): Promise<Row[]> {
  const responses = { 204: { description: 'OK' } };
  const post = { requestBody: { content: { 'application/json': { schema } } }, responses };
  const description = { openapi: '3.1.0', info: { title: 'Clock', version: '1' }, paths: { '/a': { post, get: { responses } } } };
  const mock = await startMock({ description, port: 0 });
  const send = async (sent: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${mock.url}/a`, { method: 'POST', headers, body: JSON.stringify(sent) });
    return `${response.status} ${(await response.text()).includes('takes longer than') ? 'takes too long' : ''}`;
  };
  // One-time work, such as compiling the schema, is not measured.
  await send('b!');
  const said = new Set<string>();
  const longest: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const worker = new Worker(otherClient, { eval: true, workerData: `${mock.url}/a` });
      for (const one of await Promise.all(Array.from({ length: atOnce }, async () => send(body)))) said.add(one);
      worker.postMessage('stop');
      const [waits] = (await once(worker, 'message')) as [number[]];
      longest.push(Math.max(...waits));
    }
  } finally {
    await mock.close();
  }
  const [, middle = NaN] = longest.sort((one, other) => one - other);
  return [
    {
      name: `${place}: others wait at most`,
      value: `${middle.toFixed(0)} ms, and each who sends it gets ${[...said].join(' or ')}`,
      limit: '<= 50 ms',
      met: middle <= 50,
    },
  ];
}
