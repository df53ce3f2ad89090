import { InputError } from './input-error.js';

/**
 * Reads a port, a number from 0 to 65535; 0 means any free port.
 *
 * @param name The flag or variable that holds the text, for the error message.
 * @throws InputError when the text is not such a number.
 */
export function readPort(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InputError(`Invalid ${name} "${text}": use 0–65535 (0 = any free port).`);
  return port;
}
