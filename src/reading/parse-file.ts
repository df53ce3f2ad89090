import { YAMLException } from 'js-yaml';
import { readJson } from '../contract/message/json.js';
import { readYamlText } from '../contract/message/yaml.js';
import { unshared } from '../description/json-value.js';
import { FileError } from './file-error.js';
import { oversizeReason } from './size-limits.js';

/**
 * Reads the text of a file, JSON or YAML.
 *
 * @param name What messages call the file.
 * @returns The value, in which no two parts are the same object. An integer that a double cannot hold is a `bigint`.
 * @throws FileError when it is neither, or stands for more values than anything has use for.
 */
export function parseFile(text: string, name: string): unknown {
  const value = (/^\s*[{[]/.test(text) ? parsedJson(text) : undefined) ?? parsedYaml(text, name);
  const reason = oversizeReason(value);
  if (reason !== undefined) throw new FileError(reason);
  // Aliases are the same object as their anchor.
  return mayHaveAliases(text) ? unshared(value) : value;
}

/** What is no JSON may be YAML, which has more forms. */
function parsedJson(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

function parsedYaml(text: string, name: string): unknown {
  try {
    return readYamlText(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    if (/depth/i.test(reason)) throw new FileError('It nests values too deeply.');
    const place = mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : '';
    throw new FileError(`Error parsing ${name}: ${reason}${place}.`);
  }
}

function mayHaveAliases(text: string): boolean {
  return /(?:^|[\s,[{])&[^\s,[\]{}]/.test(text);
}
