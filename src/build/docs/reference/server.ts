import { isObject, listOf, objectOf } from '../../../description/json-value.js';
import { membersOf, textOf } from './read.js';
import { codes, joined, type Detail, type Words } from './words.js';

/** A server of the API (Server Object). */
export interface ServerReference {
  url: string;
  name: string;
  /** Markdown. */
  description: string;
  variables: Detail[];
}

export function serversOf(servers: unknown): ServerReference[] {
  return listOf(servers)
    .filter(isObject)
    .map(({ url, name, description, variables }) => ({
      url: textOf(url),
      name: textOf(name),
      description: textOf(description),
      variables: membersOf(variables).map(([variable, value]) => ({ label: variable, words: variableWords(value) })),
    }));
}

function variableWords(variable: unknown): Words {
  const { default: usual, enum: values, description } = objectOf(variable);
  const allowed = listOf(values).map((value) => textOf(value) || '""');
  return joined(
    [
      textOf(description) === '' ? [] : [{ markdown: textOf(description) }],
      allowed.length === 0 ? [] : ['one of ', ...codes(allowed)],
      usual === undefined ? [] : ['default ', { code: textOf(usual) || '""' }],
    ],
    ', ',
  );
}
