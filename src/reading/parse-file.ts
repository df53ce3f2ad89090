import { YAMLException } from 'js-yaml';
import { readJson } from '../contract/message/json.js';
import { readYamlText } from '../contract/message/yaml.js';
import { unshared } from '../description/json-value.js';
import { FileError } from './file-error.js';
import { withFlowIndented } from './flow-indentation.js';
import { oversizeReason } from './size-limits.js';

/**
 * Parses a file of JSON or YAML.
 *
 * @param name The name of the file in messages.
 * @returns The value. No two parts of it are the same object. An integer that a double cannot represent is a `bigint`.
 * @throws FileError when the text is neither JSON nor YAML, or when the value is too large (`oversizeReason`).
 */
export function parseFile(text: string, name: string): unknown {
  const value = (/^\s*[{[]/.test(text) ? parsedJson(text) : undefined) ?? parsedYaml(text, name);
  const reason = oversizeReason(value);
  if (reason !== undefined) throw new FileError(reason);
  // A YAML alias is the same object as its anchor.
  const mayHaveAliases = /(?:^|[\s,[{])&[^\s,[\]{}]/.test(text);
  return mayHaveAliases ? unshared(value) : value;
}

/** Returns `undefined` for invalid JSON: a text that begins with a bracket may still be YAML. */
function parsedJson(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

function parsedYaml(text: string, name: string): unknown {
  try {
    return withFlowIndented(text, readYamlText);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    if (/depth/i.test(reason)) throw new FileError('It nests values too deeply.');
    const place = mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : '';
    throw new FileError(`Error parsing ${name}: ${reason}${place}.`);
  }
}
