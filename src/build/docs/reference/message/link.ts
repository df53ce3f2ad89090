import { exampleText } from '../schema/value.js';
import { isObject, objectOf } from '../../../../description/json-value.js';
import { follow, membersOf, targetOf, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { joined, type Detail, type Words } from '../words.js';

/** Lists the links of a response: the operation that may follow, and its parameters and body (Link Object). */
export function linksOf(reader: Reader, links: unknown, anchors: ReadonlyMap<string, string>): Detail[] {
  return membersOf(links)
    .filter(([, link]) => isObject(link))
    .map(([name, reference]) => {
      const link = follow(reader.description, reference);
      const words = [target(reader, link, anchors), given(link), server(link), described(link)];
      return { label: name, words: joined(words, ', ') };
    });
}

function target({ description }: Reader, { operationId, operationRef }: Fields, anchors: ReadonlyMap<string, string>): Words {
  const pointer = textOf(operationRef);
  const id = textOf(operationId) || (pointer.startsWith('#/') ? textOf(targetOf(description, pointer).operationId) : '');
  const anchor = anchors.get(id);
  if (anchor !== undefined) return ['call ', { href: `#${anchor}`, text: id }];
  const named = id || pointer;
  return named === '' ? [] : ['call ', { code: named }];
}

function given({ parameters, requestBody }: Fields): Words {
  const values = membersOf(parameters).map(([name, value]): Words => [{ code: name }, ' from ', { code: exampleText(value) }]);
  const body: Words = requestBody === undefined ? [] : ['the body from ', { code: exampleText(requestBody) }];
  const all = joined([...values, body], ', ');
  return all.length === 0 ? [] : ['with ', ...all];
}

function server({ server: one }: Fields): Words {
  const { url, description } = objectOf(one);
  if (textOf(url) === '') return [];
  return ['at ', { code: textOf(url) }, ...(textOf(description) === '' ? [] : [' (', textOf(description), ')'])];
}

function described({ description }: Fields): Words {
  return textOf(description) === '' ? [] : [{ markdown: textOf(description) }];
}
