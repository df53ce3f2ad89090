import { InputError } from '../../command/input-error.js';
import type { Description } from '../../description/types.js';

/** The longest time to search for the path that makes a stage fail, in milliseconds. */
const patience = 10_000;

/**
 * Runs a stage. An error of the JavaScript engine, such as a TypeError, does not say what is wrong with the description.
 * After such an error, this runs the stage again with one path at a time, to name the first path that makes it fail.
 *
 * @throws InputError that names the path, or the error of the stage itself.
 */
export async function namingPath<Result>(
  description: Description,
  run: (description: Description) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run(description);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    if (await stumbles(() => run({ ...description, paths: {} }))) {
      throw new InputError('The description holds something outside "paths" that OpenAPI does not allow there: correct it.');
    }
    const end = performance.now() + patience;
    for (const [path, item] of Object.entries(description.paths ?? {})) {
      if (performance.now() > end) break;
      if (await stumbles(() => run({ ...description, paths: { [path]: item } }))) {
        throw new InputError(`The path "${path}" holds something that OpenAPI does not allow there: correct it.`);
      }
    }
    throw error;
  }
}

async function stumbles(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return false;
  } catch (error) {
    return isEngineError(error);
  }
}

/** Whether the JavaScript engine threw an error, such as "Cannot read properties of undefined". */
export function isEngineError(error: unknown): boolean {
  return [TypeError, RangeError, SyntaxError, ReferenceError, URIError].some((kind) => error instanceof kind);
}
