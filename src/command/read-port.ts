import { InputError } from './input-error.js';

/**
 * Reads a port number.
 *
 * @param text What the user gave; undefined for nothing.
 * @param name The flag or variable that it was given with, for the message.
 * @param fallback The port when nothing was given.
 * @returns A port from 0 to 65535, where 0 means any free one.
 * @throws InputError when the text is no such number.
 */
export function readPort(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InputError(`Invalid ${name} "${text}": use 0–65535 (0 = any free port).`);
  return port;
}
