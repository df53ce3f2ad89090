import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofs, channels, type Proof } from '../../src/build/generate/proofs.js';
import { documentedOperations, namedExamples } from '../../src/description/operations.js';
import { responseName } from '../../src/description/response-name.js';
import { createClient } from '../../src/client/index.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { builtDescription, openPage } from '../build/docs/built-page.js';
import { shownOperations } from '../build/docs/shown-operations.js';
import { connectBrowser } from '../setup/browser.js';
import type { ReceivedResponse } from '../build/samples/recorder.js';
import { root } from '../support/command.js';
import { generatedTable } from '../support/readmes.js';
import { responseValidator } from './response-validator.js';
import { callByClient, runProgram, sendByHttp, type AnyClient } from './channels.js';

const description = await builtDescription();
const operations = documentedOperations(description);
const all = proofs(description);
const problems = responseValidator(description);

const browser = await connectBrowser();
const sections = await shownOperations(await openPage(browser, { scripts: false }));
await browser.close();

let mock: Mock;
let client: AnyClient;
beforeAll(async () => {
  mock = await startMock({ port: 0, description: `${root}generated/openapi.json` });
  client = createClient({ baseUrl: mock.url }) as unknown as AnyClient;
});
afterAll(() => mock.close());

/** The tested cases, as lines. */
const walked = new Set<string>();
const line = (operationId: string, response: string, channel: string): string => `${operationId} ${response} ${channel}`;
const meansOf = ({ by }: Proof['trigger']): string => ('name' in by ? by.name : by.kind);

describe.concurrent.each(operations)('$operationId', (operation) => {
  const own = all.filter((one) => one.operation.operationId === operation.operationId);
  const cases = own.map((proof): [string, string, string, Proof] => [
    proof.trigger.response,
    meansOf(proof.trigger),
    proof.channel,
    proof,
  ]);

  test.each(cases)('gives %s, triggered by %s, on the channel %s', async (response, means, channel, proof) => {
    walked.add(line(operation.operationId, response, `${means} ${channel}`));
    if (channel === 'docs page') expectOnPage(proof);
    else await expectAnswer(proof);
  });
});

async function expectAnswer(proof: Proof): Promise<void> {
  const { operation, trigger, request, channel } = proof;
  const example = trigger.by.kind === 'example' ? trigger.by.name : undefined;
  const received = await responseOf(proof, channel, request!);
  expect(received.status).toBe(trigger.status);
  expect(problems(operation, received, example)).toEqual([]);
  // A request that the mock refuses, such as one with an empty parameter, is not matched with a scenario.
  const isRefused = received.headers['content-type'] === 'application/problem+json';
  expect(received.headers['mock-scenario']).toBe(isRefused ? undefined : example);
}

function responseOf(proof: Proof, channel: string, request: NonNullable<Proof['request']>): Promise<ReceivedResponse> {
  if (channel === 'HTTP') return sendByHttp(mock.url, request);
  return channel === 'client' ? callByClient(client, proof) : runProgram(mock.url, proof);
}

function expectOnPage({ operation, trigger: { response, status, by } }: Proof): void {
  const section = sections.find(({ id }) => id === `operation/${operation.operationId}`)!;
  const documented = operation.responses.find((one) => one.status === response)!;
  expect(section.codes.map(([code, name]) => [code, name])).toContainEqual([
    response,
    responseName(response, documented.response),
  ]);
  if (by.kind !== 'example') return;
  expect(section.mock.map(([, code, name]) => [code, name])).toContainEqual([String(status), by.name]);
}

test('each program on the page is among those that were run, in each language', () => {
  for (const { operationId } of operations) {
    const { samples } = sections.find(({ id }) => id === `operation/${operationId}`)!;
    expect(samples.map(({ label }) => label)).toEqual(channels.slice(2, -1));
    const run = all.filter(({ operation }) => operation.operationId === operationId);
    for (const { label, source } of samples) {
      expect(run.filter(({ channel }) => channel === label).map(({ program }) => program)).toContain(source);
    }
  }
});

test('nothing documented was left out: each response and each example, by HTTP, by the client and on the page', () => {
  const documented = operations.flatMap(({ operationId, responses, parameters, requestBody }) => {
    const holders = [...parameters, ...Object.values(requestBody?.content ?? {})];
    const names = new Set(holders.flatMap((holder) => [...namedExamples(description, holder).keys()]));
    return [...responses.map(({ status }) => `${operationId} ${status}`), ...[...names].map((name) => `${operationId} ${name}`)];
  });
  for (const channel of ['HTTP', 'client', 'docs page']) {
    const reached = all
      .filter(
        (one) =>
          one.channel === channel &&
          walked.has(line(one.operation.operationId, one.trigger.response, `${meansOf(one.trigger)} ${channel}`)),
      )
      .flatMap(({ operation: { operationId }, trigger }) => [
        `${operationId} ${trigger.response}`,
        ...(trigger.by.kind === 'example' ? [`${operationId} ${trigger.by.name}`] : []),
      ]);
    expect([...new Set(reached)].sort(), channel).toEqual([...new Set(documented)].sort());
  }
});

test('each language reaches each example', () => {
  for (const channel of channels.slice(2, -1)) {
    const names = (way: string): string[] =>
      all.filter((one) => one.channel === way && one.trigger.by.kind === 'example').map(({ trigger }) => meansOf(trigger));
    expect(names(channel), channel).toEqual(names('HTTP'));
  }
});

test('the generated table says what was walked, and no more', async () => {
  const [head, , ...rows] = (await generatedTable('what is tested where')).split('\n').map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const said = rows.flatMap(([call, received, means, ...marks]) =>
    marks.flatMap((mark, index) =>
      mark === '✓' ? [`${call} ${received!.split(' ')[0]} ${head![index + 3]} ${means!.split('<br>').length}`] : [],
    ),
  );
  const done = operations.flatMap(({ operationId, summary, responses }) =>
    responses.flatMap(({ status }) =>
      channels.flatMap((channel) => {
        const lines = [...walked].filter((one) => one.startsWith(`${operationId} ${status} `) && one.endsWith(` ${channel}`));
        return lines.length > 0 ? [`${summary} ${status} ${channel} ${lines.length}`] : [];
      }),
    ),
  );
  expect(said.sort()).toEqual(done.sort());
});
