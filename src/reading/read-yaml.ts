import RefParser from '@stoplight/json-schema-ref-parser';
import { InputError } from '../command/input-error.js';

/**
 * Reads a file of YAML or JSON that is no description. References in it are not followed.
 *
 * @returns The value in it, an object.
 * @throws InputError when the file is missing, cannot be parsed, or holds no object.
 */
export async function readYaml(path: string): Promise<object> {
  try {
    return await new RefParser().parse(path);
  } catch (error) {
    const { message, ioErrorCode } = error as Error & { ioErrorCode?: string };
    if (ioErrorCode === 'ENOENT') throw new InputError(`There is no file ${path}: correct its path.`);
    const place = /line (\d+)/.exec(message)?.[1] ?? /\((\d+):\d+\)/.exec(message)?.[1];
    throw new InputError(
      `The file ${path} is not valid YAML or JSON${place === undefined ? '' : ` (line ${place})`}: correct it.`,
    );
  }
}
