import { InputError } from '../../command/input-error.js';
import type { Description } from '../../description/types.js';

/** How long the path that a stage stumbles over is looked for, in milliseconds. */
const patience = 10_000;

/**
 * Runs a stage. Where it fails with an error of the JavaScript engine, which says nothing of the description, the stage
 * is run over one path at a time to name the first that it cannot take.
 *
 * @throws InputError that names the path, or what the stage itself has thrown.
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

/** Whether an error is one of JavaScript itself, such as "Cannot read properties of undefined". */
export function isEngineError(error: unknown): boolean {
  return [TypeError, RangeError, SyntaxError, ReferenceError, URIError].some((kind) => error instanceof kind);
}
