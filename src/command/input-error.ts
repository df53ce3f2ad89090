/**
 * Something the user gave is wrong: a description, an argument, a file, a port.
 * The message is one sentence with what was wrong, where, and what to do; it is
 * all that is printed.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
