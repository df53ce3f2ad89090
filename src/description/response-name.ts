import { STATUS_CODES } from 'node:http';
import type { Response } from './types.js';

/** The name of a response: `x-summary` of the response, else the phrase that HTTP has for the status. */
export function responseName(status: string, response: Pick<Response, 'x-summary'>): string {
  return response['x-summary'] ?? STATUS_CODES[Number(status)] ?? (status === 'default' ? 'Any other' : status);
}
