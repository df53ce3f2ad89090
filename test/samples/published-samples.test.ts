import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedOperations } from '../../src/description/operations.js';
import { scenarios, type Scenario } from '../../src/description/scenarios.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { builtDescription, openPage, publishedSamples } from '../docs/built-page.js';
import { launchBrowser } from '../setup/browser.js';
import { root } from '../support/command.js';
import { startRecorder, type Recorder } from './recorder.js';
import { pointAt, runnable, runSample } from './run-sample.js';

const server = 'https://stable.projectthanos.com';
const description = await builtDescription();
const operations = describedOperations(description).map((operation) => {
  const [success, ...others] = scenarios(description, operation);
  if (!success) throw new Error(`${operation.operationId} has no scenario.`);
  return { ...operation, success, others };
});

const browser = await launchBrowser();
const samples = await publishedSamples(await openPage(browser));
await browser.close();

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, description: `${root}generated/openapi.yaml` });
});
afterAll(() => mock.close());

/** Runs a sample against the mock, by way of a recorder of its own, so that samples may run side by side. */
async function send(label: string, source: string): Promise<{ status: string; output: string; recorder: Recorder }> {
  const recorder = await startRecorder(mock.url);
  try {
    const { code, stdout, stderr } = await runSample(label, pointAt(source, server, recorder.url));
    expect(code, stderr).toBe(0);
    return { status: /^(?:HTTP\/\S+ )?(\d{3})\b/.exec(stdout)?.[1] ?? `none in:\n${stdout}`, output: stdout, recorder };
  } finally {
    recorder.close();
  }
}

test('the page has a sample of each operation in each language', () => {
  const expected = operations.flatMap(({ operationId }) => runnable.map((label) => `${operationId} ${label}`));
  expect(samples.map(({ operationId, label }) => `${operationId} ${label}`)).toEqual(expected);
});

describe.concurrent.each(samples)('$operationId in $label', ({ operationId, label, source }) => {
  const operation = operations.find((one) => one.operationId === operationId)!;
  const { success } = operation;

  test('sends what the examples say, and shows the documented success', async () => {
    const { status, output, recorder } = await send(label, source);
    expect(status).toBe(String(success.status));
    if (success.hasBody) expect(output).toContain('G7TwCq1Vkds0DLYnfAuP');

    const [request, ...more] = recorder.take();
    expect(more).toEqual([]);
    const { pathname, searchParams } = new URL(request!.url, server);
    expect(request!.method).toBe(operation.method);
    expect(pathname).toBe(operation.path);
    expect(Object.fromEntries(searchParams)).toEqual(valuesIn(success, 'query'));
    expect(request!.headers.authorization).toBe(
      operationId === 'validatePasswordReset' ? 'Token a0f17278bed479ee719ea890b8caf0329e1f3e5b' : undefined,
    );
    const [[mediaType, body] = ['', '']] = Object.entries(valuesIn(success, 'body'));
    expect(request!.headers['content-type']).toBe(mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType);
    expect(typeof body === 'string' ? request!.body : JSON.parse(request!.body)).toEqual(body);
    expect(request!.headers['content-length']).toBe(String(Buffer.byteLength(request!.body)));
    expect(request!.headers['transfer-encoding']).toBeUndefined();
  });

  // With other values the client is tried by its own tests.
  test.each(label === 'TypeScript' ? [] : operation.others)('gets $status with the values of $name', async (scenario) => {
    const { status } = await send(label, putIn(source, success, scenario));
    expect(status).toBe(String(scenario.status));
  });
});

/** The values of a scenario in one place of the request: names of parameters, or the media type, with their values. */
function valuesIn({ inputs }: Scenario, place: string): Record<string, unknown> {
  return Object.fromEntries(inputs.filter((input) => input.in === place).map(({ name, value }) => [name, value]));
}

/** Puts the values of another scenario into a sample, one text for another, as a reader would type them. */
function putIn(source: string, success: Scenario, scenario: Scenario): string {
  let changed = source;
  for (const input of scenario.inputs) {
    const before = success.inputs.find((one) => one.in === input.in && one.name === input.name);
    const from = texts(before?.value);
    texts(input.value).forEach((to, index) => (changed = changed.replaceAll(from[index]!, to)));
  }
  expect(changed).not.toBe(source);
  return changed;
}

/** The texts within a value; JSON in text counts as JSON. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('{') ? texts(JSON.parse(value)) : [value];
  return Object.values(value as object).flatMap(texts);
}
