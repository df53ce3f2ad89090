import type { InformationEvent } from 'node:http';
import type { InformationalResponse } from '../client.js';

/** An informational response of a server, each field for itself: a list of links cannot be split again. */
export function informationOf({ statusCode, rawHeaders }: InformationEvent): InformationalResponse {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]).toLowerCase();
    (headers[name] ??= []).push(String(rawHeaders[index + 1]));
  }
  return { status: statusCode, headers };
}
