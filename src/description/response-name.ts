import { STATUS_CODES } from 'node:http';
import type { Response } from './types.js';

/** The name of a response: its `x-summary`, else the reason phrase of the status code. */
export function responseName(status: string, response: Pick<Response, 'x-summary'>): string {
  return response['x-summary'] ?? STATUS_CODES[Number(status)] ?? (status === 'default' ? 'Any other' : status);
}
