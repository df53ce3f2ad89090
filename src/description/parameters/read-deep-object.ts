import type { Decode, Reading, SentPair } from './sent.js';
import { memberValue } from './read-text.js';
import type { Shape } from './shape.js';

/** The texts sent for a name, and the nodes for the keys below it. */
interface Node {
  texts: string[];
  members: Map<string, Node>;
}

/** OpenAPI does not define nested keys. No real client nests deeper than this. */
const deepest = 20;

/**
 * Reads a parameter of the style `deepObject`: `name[key]=text`. Deeper levels are read as most clients write them:
 * `name[key][inner]=text`; for lists, a repeated `name[key]=text`, `name[key][]=text` or `name[key][0]=text`.
 *
 * @returns `undefined` if the message does not contain the parameter.
 * @throws URIError when the text cannot be decoded.
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

/** The keys in brackets after a name. Empty for the bare name; `undefined` for any other name. */
function keysWithin(name: string, sent: string): string[] | undefined {
  if (!sent.startsWith(name)) return undefined;
  const rest = sent.slice(name.length);
  return /^(\[[^[\]]*\])*$/.test(rest) ? [...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, key = '']) => key) : undefined;
}

/** Whether a sent name belongs to a deep object: the bare name, or the name with keys in brackets. */
export function isWithin(name: string, sent: string): boolean {
  return keysWithin(name, sent) !== undefined;
}

function nodeValue(shape: Shape, { texts, members }: Node): unknown {
  if (members.size === 0) return memberValue(shape, texts);
  const isList = shape.types.has('array') && [...members.keys()].every((key) => /^\d*$/.test(key));
  if (!isList) return Object.fromEntries([...members].map(([key, node]) => [key, nodeValue(shape.member(key), node)]));
  return [...members.values()].flatMap((node) =>
    // Empty brackets may be repeated. Each occurrence is one item.
    node.members.size === 0
      ? node.texts.map((text, index) => memberValue(shape.item(index), [text]))
      : [nodeValue(shape.item(0), node)],
  );
}
