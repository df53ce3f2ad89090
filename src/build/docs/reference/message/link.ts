import { exampleText } from '../schema/value.js';
import { isObject, objectOf } from '../../../../description/json-value.js';
import { follow, membersOf, targetOf, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { joined, type Detail, type Words } from '../words.js';

/** Lists the links of a response: the operation that may follow, and its parameters and body (Link Object). */
export function linksOf(reader: Reader, links: unknown): Detail[] {
  return membersOf(links)
    .filter(([, link]) => isObject(link))
    .map(([name, reference]) => {
      const link = follow(reader.description, reference);
      const words = joined([target(reader, link), given(link), server(link)], ', ');
      return { label: name, words: joined([words, described(link)], '. ') };
    });
}

function target({ description, calls }: Reader, { operationId, operationRef }: Fields): Words {
  const pointer = textOf(operationRef);
  const id = textOf(operationId) || (pointer.startsWith('#/') ? textOf(targetOf(description, pointer).operationId) : '');
  const call = calls.get(id);
  if (call !== undefined) return ['call ', call];
  const named = id || pointer;
  return named === '' ? [] : ['call ', { code: named }];
}

function given({ parameters, requestBody }: Fields): Words {
  const values = membersOf(parameters).map(([name, value]): Words => [{ code: name }, ...source(value, ' set to ')]);
  const body: Words = requestBody === undefined ? [] : ['the body', ...source(requestBody, ' ')];
  const all = joined([...values, body], ', ');
  return all.length === 0 ? [] : ['with ', ...all];
}

/** Says that a value is taken from the messages (Runtime Expression), or what it always is. */
function source(value: unknown, always: string): Words {
  return [typeof value === 'string' && /^\$|\{\$/.test(value) ? ' from ' : always, { code: exampleText(value) }];
}

function server({ server: one }: Fields): Words {
  const { url, description } = objectOf(one);
  if (textOf(url) === '') return [];
  return ['at ', { code: textOf(url) }, ...(textOf(description) === '' ? [] : [' (', textOf(description), ')'])];
}

function described({ description }: Fields): Words {
  return textOf(description) === '' ? [] : [{ markdown: textOf(description) }];
}
