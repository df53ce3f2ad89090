import { InputError } from '../command/input-error.js';
import { FileError } from './file-error.js';
import { readText } from './load-file.js';
import { parseFile } from './parse-file.js';
import { systemError } from '../command/system-error.js';

/**
 * Reads a YAML or JSON file that is not a description. Its references are not followed.
 *
 * @returns The parsed object.
 * @throws InputError when the file is missing, cannot be parsed, or contains no object.
 */
export async function readYaml(path: string): Promise<object> {
  const text = await readText(path).catch((error: unknown) => {
    const isMissing = error instanceof FileError && error.isMissing;
    throw new InputError(isMissing ? `There is no file ${path}: correct its path.` : systemError(error).message);
  });
  let value: unknown;
  try {
    value = parseFile(text, path);
  } catch (error) {
    const [, line] = /line (\d+)/.exec(systemError(error).message) ?? [];
    throw new InputError(`The file ${path} is not valid YAML or JSON${line === undefined ? '' : ` (line ${line})`}: correct it.`);
  }
  if (typeof value !== 'object' || value === null) throw new InputError(`The file ${path} holds no object: correct it.`);
  return value;
}
