import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.js';
import type { ExchangeLog } from '../exchange/exchange.js';
import { problem, type Answer } from '../exchange/answer.js';
import { receive } from './receive.js';
import { readTarget } from '../exchange/request-target.js';
import type { MockRequest } from '../exchange/request.js';
import type { Service } from '../service/service.js';

/** How exchanges are carried out. */
export interface ExchangeOptions {
  /** How long each answer waits, in milliseconds. */
  delayMs: number;
  log?: ExchangeLog;
  /** What answers; asked anew for each request. */
  service: () => Service;
}

/** Receives a request, answers it and logs both. */
export async function carryOut(
  { service, delayMs, log }: ExchangeOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  let template: string | undefined;
  let request: MockRequest | undefined;
  let answer: Answer;
  try {
    const received = await receive(message);
    if ('refusal' in received) {
      answer = received.refusal;
    } else if (isPreflight(message.method, message.headers)) {
      answer = { status: 204, headers: preflightHeaders(message.headers), body: undefined };
    } else {
      ({ request } = received);
      ({ template, ...answer } = await service().answer(request));
    }
  } catch {
    // The client is gone, or its request was answered when it broke.
    if (message.errored || !message.complete || response.headersSent) return;
    answer = problem(500, 'The mock could not make an answer: the description may ask for what cannot be made.');
  }
  const milliseconds = performance.now() - started;
  if (delayMs > 0) await wait(delayMs);
  if (response.headersSent) return;
  respond(message, response, answer);
  log?.({ method: message.method ?? '', path: template ?? readTarget(message.url ?? '').path, answer, milliseconds, request });
}

/** Writes an answer out, readable for pages of any origin. */
export function respond(
  message: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, scenario, violations = [] }: Answer,
): void {
  const all: Record<string, string> = {
    ...headers,
    ...(scenario && { 'mock-scenario': scenario }),
    // Prism's name for it: what was wrong with a request whose answer was asked for all the same.
    ...(violations.length > 0 &&
      headers['content-type'] !== 'application/problem+json' && { 'sl-violations': headerText(violations) }),
  };
  response.writeHead(status, {
    ...corsHeaders(message.headers, Object.keys(all)),
    ...all,
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    ...(body === undefined && status !== 204 && status !== 304 && { 'content-length': '0' }),
  });
  response.end(body);
}

/** JSON in the characters that a header may hold, cut where clients would refuse it. */
function headerText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 4096);
}
