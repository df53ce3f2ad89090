import { printable, shownPath } from '../contract/message/printable.js';
import { parseJson } from '../contract/body/body.js';
import type { Headers } from '../contract/message/headers.js';
import type { LoggedExchange } from './exchange.js';

/** Headers whose values are no secrets and say nothing about a person. */
const harmless = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'allow',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'expect',
  'host',
  'mock-scenario',
  'origin',
  'prefer',
  'retry-after',
  'transfer-encoding',
  'user-agent',
  'www-authenticate',
]);

/**
 * Writes an exchange for a log, on one line: method, path without query, status code, scenario, milliseconds.
 *
 * @param exchange The exchange.
 * @param isVerbose Whether to add lines for the query, the headers and the bodies. They show names, and the values of common
 *   headers. For any other value, which may be a secret or personal, they show only the number of its characters.
 * @param namesViolations Whether to add a line for each difference from the description, with its place and what is wrong.
 *   Default: the value of `isVerbose`.
 */
export function exchangeLines(exchange: LoggedExchange, isVerbose: boolean, namesViolations: boolean = isVerbose): string {
  const { method, path, response, scenario, milliseconds, request } = exchange;
  const how = `${scenario === undefined ? '' : ` ${scenario}`}${response.breaksOff ? ' disconnected' : ''}`;
  const line = `${printable(method)} ${shownPath(path)} ${response.status}${how} ${milliseconds.toFixed(1)} ms`;
  const differs = exchange.requestViolations.length > 0 || exchange.responseViolations.length > 0;
  if (!isVerbose && !(namesViolations && differs)) return line;
  const lines = [line];
  if (isVerbose && request) {
    lines.push(
      ...Object.entries(request.query).flatMap(([name, values]) =>
        [values].flat().map((value) => `  > ?${maskedName(name)}=${masked(value)}`),
      ),
      ...headerLines('>', request.headers),
      ...bodyLines('>', request.body.length > 0 ? Buffer.from(request.body).toString() : undefined),
    );
  }
  if (namesViolations) {
    lines.push(...exchange.requestViolations.map(({ message }) => `  ! request: ${printable(message)}`));
    lines.push(...exchange.responseViolations.map(({ message }) => `  ! response: ${printable(message)}`));
  }
  if (isVerbose) {
    const text = typeof response.body === 'object' ? Buffer.from(response.body).toString() : response.body;
    lines.push(...headerLines('<', response.headers), ...bodyLines('<', text, response.explains));
  }
  return lines.join('\n');
}

function headerLines(direction: string, headers: Headers): string[] {
  return Object.entries(headers).map(
    ([name, value = '']) => `  ${direction} ${printable(name)}: ${harmless.has(name) ? printable(value) : masked(value)}`,
  );
}

function bodyLines(direction: string, body: string | undefined, isOwn = false): string[] {
  if (body === undefined) return [];
  if (isOwn) return [`  ${direction} ${printable(body)}`];
  const { value, violations } = parseJson(body);
  return [`  ${direction} ${violations.length > 0 ? masked(body) : printable(JSON.stringify(maskedValue(value)))}`];
}

/** Masks the strings and numbers of a JSON value, and keeps its structure. */
function maskedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [maskedName(name), maskedValue(one)]));
  }
  return typeof value === 'string' || typeof value === 'number' ? masked(String(value)) : value;
}

/** Masks a name that is not an identifier, since it may be a value in the wrong place. */
function maskedName(name: string): string {
  return /^[A-Za-z_$][\w$.[\]-]{0,39}$/.test(name) ? name : masked(name);
}

function masked(value: string): string {
  return value === '' ? '' : `<${value.length} characters>`;
}
