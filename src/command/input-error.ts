/**
 * Invalid input from the user: a description, an argument, a file or a port. The message says in one sentence what is
 * wrong, where, and what to do. A command prints only this message.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
