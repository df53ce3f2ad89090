import type { Decode, Reading, SentPair } from './sent.js';
import { memberValue } from './read-text.js';
import type { Shape } from './shape.js';

/** The texts at a name, and what names within it hold. */
interface Node {
  texts: string[];
  members: Map<string, Node>;
}

/** Names within names are not defined by OpenAPI. Deeper than this, nobody means them. */
const deepest = 20;

/**
 * Reads a parameter of the style `deepObject`: `name[key]=text`. What is deeper is read as most clients write it:
 * `name[key][inner]=text`, and for lists `name[key]=text` several times, `name[key][]=text` or `name[key][0]=text`.
 *
 * @returns `undefined` where the message does not hold the parameter.
 * @throws URIError where the text cannot be decoded.
 */
export function readDeepObject(name: string, shape: Shape, pairs: SentPair[], decode: Decode): Reading | undefined {
  const root: Node = { texts: [], members: new Map() };
  let isThere = false;
  for (const pair of pairs) {
    const keys = keysWithin(name, pair.name);
    if (!keys) continue;
    isThere = true;
    if (keys.length > deepest) return { values: [], problem: `is nested deeper than ${deepest} levels.` };
    let node = root;
    for (const key of keys) {
      const next: Node = node.members.get(key) ?? { texts: [], members: new Map() };
      node.members.set(key, next);
      node = next;
    }
    node.texts.push(decode(pair.text));
  }
  return isThere ? { values: [nodeValue(shape, root)] } : undefined;
}

/** The keys in brackets after a name; `undefined` where another name is sent, none where the name stands alone. */
function keysWithin(name: string, sent: string): string[] | undefined {
  if (!sent.startsWith(name)) return undefined;
  const rest = sent.slice(name.length);
  return /^(\[[^[\]]*\])*$/.test(rest) ? [...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, key = '']) => key) : undefined;
}

/** Whether a name is that of a deep object, or of something within it. */
export function isWithin(name: string, sent: string): boolean {
  return keysWithin(name, sent) !== undefined;
}

function nodeValue(shape: Shape, { texts, members }: Node): unknown {
  if (members.size === 0) return memberValue(shape, texts);
  const isList = shape.types.has('array') && [...members.keys()].every((key) => /^\d*$/.test(key));
  if (!isList) return Object.fromEntries([...members].map(([key, node]) => [key, nodeValue(shape.member(key), node)]));
  return [...members.values()].flatMap((node) =>
    // Empty brackets hold one item for each time that they are there.
    node.members.size === 0
      ? node.texts.map((text, index) => memberValue(shape.item(index), [text]))
      : [nodeValue(shape.item(0), node)],
  );
}
