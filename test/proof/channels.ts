import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { Proof } from '../../src/build/generate/proofs.js';
import { fullUrl, type SampleRequest } from '../../src/requests/sample-request.js';
import { send } from '../mock/send.js';
import { startRecorder, type ReceivedResponse, type Recorded } from '../build/samples/recorder.js';
import { pointAt, runSample } from '../build/samples/run-sample.js';

/** Any client of this project, without its types. */
export type AnyClient = Record<string, (init: object) => Promise<ClientResult>>;

interface ClientResult {
  status: number;
  ok: boolean;
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Sends the unchanged request with Node's own HTTP client. */
export function sendByHttp(mockUrl: string, request: SampleRequest): Promise<ReceivedResponse> {
  return send(mockUrl, {
    method: request.method,
    path: fullUrl(request).slice(request.server.length),
    headers: Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value])),
    ...(request.body && { body: request.body.text }),
  });
}

/** Calls the method of the operation. Returns its result as a response. */
export async function callByClient(client: AnyClient, { operation, trigger, request }: Proof): Promise<ReceivedResponse> {
  const { parameters, body, token, headers } = request!;
  const params: Record<string, Record<string, unknown>> = {};
  for (const { in: place, name, value } of parameters) (params[place] ??= {})[name] = value;
  const { kind } = trigger.by;
  const result = await client[operation.operationId]!({
    params,
    token,
    ...(body && { body: kind === 'other media type' ? body.text : fieldsOf(body) }),
    headers: Object.fromEntries(
      headers.filter(([name]) => name === 'Prefer' || (kind === 'other media type' && name === 'Content-Type')),
    ),
  });
  expect(result.ok).toBe(result.status >= 200 && result.status < 300);
  const { response } = operation.responses.find(({ status }) => status === trigger.response)!;
  const member = response.content && (result.ok ? 'data' : 'error');
  expect(Object.keys(result).sort()).toEqual(['ok', 'response', 'status', ...(member ? [member] : [])].sort());
  const value = member && result[member];
  const read = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    status: result.status,
    headers: Object.fromEntries(result.response.headers),
    body: member ? read : await result.response.text(),
  };
}

/**
 * Runs the program of a sample against the mock, and checks that it sent the request and shows the response.
 *
 * @param mockUrl The URL of the mock. Each sample has its own recorder in between, so that samples can run in parallel.
 */
export async function runProgram(mockUrl: string, { channel, program, request, trigger }: Proof): Promise<ReceivedResponse> {
  const recorder = await startRecorder(mockUrl);
  try {
    const { code, stdout, stderr } = await runSample(
      channel,
      pointAt(program!, request!.server, recorder.url),
      filesOf(request!),
    );
    expect(code, `${stderr}\n${program}`).toBe(0);
    const [recorded, ...more] = recorder.take();
    expect(more).toEqual([]);
    const { received } = recorded!;
    await expectArrival(recorded!, request!);
    expect(stdout).toMatch(new RegExp(`^(HTTP/\\S+ )?${received!.status}\\b`));
    // The sample with the client prints only a documented body, the others print any body.
    const hasData = request!.successWithBody === trigger.status;
    const documented = hasData ? inspect(JSON.parse(received!.body)) : '';
    expect(shownBody(stdout)).toBe(channel === 'TypeScript' ? documented : received!.body);
    return received!;
  } finally {
    recorder.close();
  }
}

/** The body as an argument of the client: a form as its fields, a file as a File. */
function fieldsOf({ parts, json, text }: NonNullable<SampleRequest['body']>): unknown {
  if (!parts) return json ?? text;
  return Object.fromEntries(
    parts.map((one) => [one.name, one.file === undefined ? one.text : new File([one.text], one.file, { type: one.mediaType! })]),
  );
}

/** The files that a reader needs to run the program. */
function filesOf({ body }: SampleRequest): Record<string, string> {
  const files = (body?.parts ?? []).flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const]));
  return Object.fromEntries(files);
}

/** The fields of a multipart form. A file is its name, media type and content. */
async function formOf(body: string, contentType: string): Promise<unknown[]> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) => [
      name,
      typeof value === 'string' ? value : [value.name, value.type, await value.text()],
    ]),
  );
}

/** The output of a program after the status code, or after the headers if it prints them. */
function shownBody(stdout: string): string {
  const [head] = /^HTTP[^]*?\r?\n\r?\n|^.*\n/.exec(stdout) ?? [stdout];
  return stdout.slice(head.length).trimEnd();
}

/** Checks that the received request matches the examples and has a Content-Length. */
async function expectArrival(recorded: Recorded, request: SampleRequest): Promise<void> {
  const { pathname, searchParams } = new URL(recorded.url, request.server);
  expect({ method: recorded.method, path: pathname, query: [...searchParams] }).toEqual({
    method: request.method,
    path: new URL(request.url).pathname,
    query: request.query,
  });
  const sent = new Map(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of new Set([...sent.keys(), 'authorization', 'cookie'])) {
    // Each program chooses its own boundary for a form.
    const isForm = name === 'content-type' && request.body?.parts !== undefined;
    expect(recorded.headers[name], name)[isForm ? 'toMatch' : 'toBe'](isForm ? /^multipart\/form-data;/ : sent.get(name)!);
  }
  const { body } = request;
  if (body?.parts && sent.get('content-type') === body.contentType) {
    expect(await formOf(recorded.body, recorded.headers['content-type']!)).toEqual(await formOf(body.text, body.contentType));
    return;
  }
  expect(body?.json === undefined ? recorded.body : JSON.parse(recorded.body)).toEqual(body?.json ?? body?.text ?? '');
  if (body) expect(recorded.headers['content-length']).toBe(String(Buffer.byteLength(recorded.body)));
  expect(recorded.headers['transfer-encoding']).toBeUndefined();
}
