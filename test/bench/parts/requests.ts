import { join } from 'node:path';
import * as fc from 'fast-check';
import { Client } from 'undici';
import { InputError } from '../../../src/command/input-error.js';
import { errorsOf, uncheckedRule } from '../../../src/contract/message/violation.js';
import { completeDescription } from '../../../src/description/complete.js';
import { documentedOperations } from '../../../src/description/operations.js';
import { startMock, type LoggedExchange } from '../../../src/mock/index.js';
import { readDescription } from '../../../src/reading/description-file.js';
import { fullUrl } from '../../../src/requests/sample-request.js';
import { publicDescriptions } from '../../any-description/public-descriptions.js';
import { cacheOf, installIntoCache } from '../../support/install-into-cache.js';
import { RandomRequests, type RandomRequest } from '../requests/random-requests.js';
import { withRefereeOf } from '../requests/referee-of.js';
import type { Row } from '../row.js';

export const title = 'Requests made at random by public descriptions, valid ones and ones that break one rule, sent to the mock';

/** The number of requests of each kind per description. */
const count = 50;

/** The maximum number of operations per description. */
const mostOperations = 60;

interface Tally {
  valid: number;
  refused: number;
  invalid: number;
  accepted: number;
  /** Invalid requests that were accepted with a warning that something was not checked. */
  said: number;
}

/**
 * Sends the requests, and prints each one with a wrong verdict.
 *
 * @param argument The seed. Default: 1.
 */
export async function measure(argument = '1'): Promise<Row[]> {
  const seed = Number(argument);
  if (!Number.isInteger(seed)) throw new InputError('Name a number as the seed: npm run bench -- requests 7.');
  await installIntoCache('bench');
  const installed = (path: string): string => join(cacheOf('bench'), 'node_modules', path);
  const descriptions = {
    ...publicDescriptions,
    Directus: installed('@directus/specs/dist/openapi.json'),
    Digdir: installed('@digdir/dialogporten-schema/swagger.verified.json'),
    GitHub: installed('@octokit/openapi/generated/api.github.com.json'),
  };
  const rows: Row[] = [];
  const all: Tally = { valid: 0, refused: 0, invalid: 0, accepted: 0, said: 0 };
  for (const [name, file] of Object.entries(descriptions)) {
    const tally = await tallyOf(name, file, seed);
    for (const key of Object.keys(all) as Array<keyof Tally>) all[key] += tally[key];
    rows.push({ name, value: shown(tally) });
  }
  const isRight = all.refused === 0 && all.accepted === 0;
  return [...rows, { name: 'all', value: shown(all), limit: '0 refused, 0 accepted', met: isRight }];
}

function shown({ valid, refused, invalid, accepted, said }: Tally): string {
  return `${refused} of ${valid} valid refused, ${accepted} of ${invalid} invalid accepted, ${said} as not checked`;
}

async function tallyOf(name: string, file: string, seed: number): Promise<Tally> {
  const tally: Tally = { valid: 0, refused: 0, invalid: 0, accepted: 0, said: 0 };
  const { description } = completeDescription((await readDescription(file)).description);
  const operations = documentedOperations(description);
  const step = Math.max(1, Math.floor(operations.length / mostOperations));
  const chosen = operations.filter((_, index) => index % step === seed % step);
  const order = fc.sample(fc.nat(), { seed, numRuns: 20 * count });
  const exchanges: LoggedExchange[] = [];
  const mock = await startMock({ description: file, port: 0, log: (one) => void exchanges.push(one) });
  const client = new Client(mock.url);
  const send = async (made: RandomRequest): Promise<void> => {
    const found = await exchangeOf(client, made, exchanges);
    const isLost = found?.operationId !== made.operationId;
    const errors = isLost
      ? [`it reached ${found?.operationId ?? found?.path ?? 'nothing'} in place of its operation`]
      : errorsOf(found.requestViolations).map(({ message }) => message);
    const isSaid = found?.requestViolations.some(({ rule }) => rule === uncheckedRule) === true;
    if (made.what === undefined) {
      tally.valid += 1;
      if (errors.length === 0) return;
      tally.refused += 1;
      print('refused', name, made, errors.join(' '));
      return;
    }
    tally.invalid += 1;
    if (errors.length > 0) return;
    if (isSaid) tally.said += 1;
    else tally.accepted += 1;
    print(isSaid ? 'accepted, said' : 'accepted', name, made, made.what);
  };
  try {
    await withRefereeOf(description, chosen, async (judge) => {
      const random = new RandomRequests(description, judge, seed);
      for (const number of order) {
        const operation = chosen[number % chosen.length];
        if (!operation || (tally.valid >= count && tally.invalid >= count)) break;
        const made = [
          tally.valid < count ? await random.valid(operation) : undefined,
          tally.invalid < count ? await random.invalid(operation) : undefined,
        ];
        for (const one of made) if (one) await send(one);
      }
    });
  } finally {
    await client.close();
    await mock.close();
  }
  return tally;
}

async function exchangeOf(
  client: Client,
  { request }: RandomRequest,
  exchanges: LoggedExchange[],
): Promise<LoggedExchange | undefined> {
  const { method, server, headers, body } = request;
  const known = exchanges.length;
  const response = await client.request({
    method,
    path: fullUrl(request).slice(server.length) || '/',
    headers: Object.fromEntries(headers),
    body: body?.text ?? '',
  });
  await response.body.dump();
  // The log may be written after the response.
  while (exchanges.length === known) await new Promise((resolve) => setTimeout(resolve, 1));
  return exchanges.at(-1);
}

function print(verdict: string, name: string, { operationId, request }: RandomRequest, reason: string): void {
  const { method, server, headers, body } = request;
  const sent = { path: fullUrl(request).slice(server.length), headers, body: body?.text };
  console.log(`${verdict}: ${name} ${operationId}: ${reason}\n  ${method} ${JSON.stringify(sent).slice(0, 800)}`);
}
