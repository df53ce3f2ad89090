import { parseWithDigits, replaceInJson } from '../../contract/message/json.js';
import type { DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { triggeringRequest } from '../../requests/triggering-request.js';
import type { Trigger } from '../../requests/triggers.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import type { Values } from '../files/values-file.js';

/** The parts to make a request from. */
export interface RequestParts {
  description: Description;
  operation: DocumentedOperation;
  trigger: Trigger;
  /** The URL of the API. */
  server: string;
  values: Pick<Values, 'replace' | 'credentials'>;
}

/**
 * Makes the request that triggers a response of a real server: the request of the examples, with real values in their place. An
 * example value is replaced everywhere that it is a whole value, even in JSON inside a string.
 *
 * @returns `undefined` if the description lacks an example for a required input.
 */
export function realRequest({ description, operation, trigger, server, values }: RequestParts): SampleRequest | undefined {
  const { replace, credentials } = values;
  const real = {
    replaced: (value: unknown) => replaced(value, replace),
    credential: (name: string, example = '') => credentials.get(name) ?? replace.get(example),
  };
  const request = triggeringRequest(description, { ...operation, servers: [{ url: server }] }, trigger, real);
  return request && withReplacedJson(request, replace);
}

/** Replaces values in the JSON text, since a parsed number could lose digits. */
function withReplacedJson(request: SampleRequest, replace: Map<string, string>): SampleRequest {
  const { body } = request;
  if (body?.json === undefined || replace.size === 0) return request;
  const text = replacedInJson(body.text, replace);
  return { ...request, body: { ...body, text, json: jsonOf(text) } };
}

function jsonOf(text: string): unknown {
  return JSON.parse(text);
}

/** Replaces strings and numbers in a JSON text, even in JSON inside a string. */
function replacedInJson(json: string, replace: Map<string, string>): string {
  return replaceInJson(json, (token, isText) => {
    if (isText) {
      const text = String(jsonOf(token));
      const other = replacedText(text, replace);
      return other === text ? undefined : JSON.stringify(other);
    }
    const other = replace.get(token);
    return other === undefined || isNumber(other) ? other : JSON.stringify(other);
  });
}

function replacedText(text: string, replace: Map<string, string>): string {
  const other = replace.get(text);
  if (other !== undefined) return other;
  return /^\s*[[{]/.test(text) && parseWithDigits(text) !== undefined ? replacedInJson(text, replace) : text;
}

/** Whether a text is a JSON number (RFC 8259, section 6). */
export function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/** Replaces strings and numbers in a value, even in JSON inside a string. */
function replaced(value: unknown, replace: Map<string, string>): unknown {
  if (replace.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, replace));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, replace)]));
  }
  if (typeof value === 'string') return replacedText(value, replace);
  const other = typeof value === 'number' || typeof value === 'bigint' ? replace.get(String(value)) : undefined;
  if (other === undefined) return value;
  // A parameter is sent as text. If a number would lose digits, keep the text.
  return String(Number(other)) === other ? Number(other) : other;
}

/** The value at a place of a request. */
export function carriedAt(request: SampleRequest, place: { in: string; name: string } | { in: 'body'; way: string[] }): unknown {
  if ('name' in place) return request.parameters.find((one) => one.in === place.in && one.name === place.name)?.value;
  return valueAt(parseWithDigits(request.body?.text), place.way);
}

/** The part of a value at a path of names and indices; `undefined` if there is none. */
export function valueAt(value: unknown, way: string[]): unknown {
  let part = value;
  for (const step of way) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    part = Reflect.get(part, step);
  }
  return part;
}
