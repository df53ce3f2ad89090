import type { InformationEvent } from 'node:http';
import type { InformationalResponse } from '../client.js';

/** Reads an informational response. It keeps fields with the same name apart, since a joined list is hard to split again. */
export function informationOf({ statusCode, rawHeaders }: InformationEvent): InformationalResponse {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]).toLowerCase();
    (headers[name] ??= []).push(String(rawHeaders[index + 1]));
  }
  return { status: statusCode, headers };
}
