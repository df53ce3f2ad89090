import type { Shape } from './shape.js';

/** Whether a text is a number in JSON notation (RFC 8259, section 6): no plus sign, no hexadecimal digits, no words. */
function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}

/**
 * Lists the values that a text can represent according to its schema. Values that the schema lists (`enum`, `const`) come
 * first, then those of the narrowest type.
 *
 * @returns Empty if the text can represent no value of the schema.
 */
export function plainValues(shape: Shape, text: string): unknown[] {
  const isAny = shape.types.size === 0;
  const has = (...types: string[]): boolean => types.some((type) => shape.types.has(type));
  const values: unknown[] = [];
  if (isAny) values.push(text);
  if ((isAny || has('integer', 'number')) && isNumber(text)) values.push(numberOf(text));
  if ((isAny || has('boolean')) && /^(true|false)$/.test(text)) values.push(text === 'true');
  if ((isAny || has('null')) && /^(null)?$/.test(text)) values.push(null);
  if (has('string')) values.push(text);
  // OpenAPI does not define how to write a nested list or object. Many clients write JSON.
  if ((isAny || has('array')) && text.startsWith('[')) values.push(...shape.json(text));
  if ((isAny || has('object')) && text.startsWith('{')) values.push(...shape.json(text));
  return listedFirst(shape, values);
}

/** The first value that a text can represent. If there is none, the text itself, which validation then rejects. */
export function plainValue(shape: Shape, text: string): unknown {
  const [value = text] = plainValues(shape, text);
  return value;
}

/** The lists that texts can represent: the list of typed values, and the list of strings if the schema allows it. */
export function listValues(shape: Shape, texts: string[]): unknown[][] {
  const items = texts.map((text, index) => plainValue(shape.item(index), text));
  const isText = items.every((item, index) => item === texts[index]);
  const canBeText = texts.every((_, index) => shape.item(index).types.has('string'));
  return isText || !canBeText ? [items] : [items, texts];
}

/** The objects that members can represent. Members with the same name become a list. */
export function objectValues(shape: Shape, members: Array<[name: string, text: string]>): object[] {
  const byName = new Map<string, string[]>();
  for (const [name, text] of members) byName.set(name, [...(byName.get(name) ?? []), text]);
  const typed = [...byName].map(([name, texts]): [string, unknown] => [name, memberValue(shape.member(name), texts)]);
  const canBeText = [...byName].every(([name, texts]) => texts.length === 1 && shape.member(name).types.has('string'));
  const isText = typed.every(([name, value]) => value === byName.get(name)?.[0]);
  const values = [Object.fromEntries(typed)];
  return isText || !canBeText ? values : [...values, Object.fromEntries(members)];
}

/** The value of all texts of one name. Several texts are a list, whether or not the schema allows one. */
export function memberValue(shape: Shape, texts: string[]): unknown {
  const [text = '', ...others] = texts;
  if (others.length > 0) return listValues(shape, texts)[0];
  if (!shape.types.has('array')) return plainValue(shape, text);
  const [plain] = plainValues(shape, text);
  return plain ?? listValues(shape, texts)[0];
}

function numberOf(text: string): number | bigint {
  const number = Number(text);
  const isExact = !/^-?\d{16,}$/.test(text) || BigInt(number) === BigInt(text);
  return isExact ? number : BigInt(text);
}

function listedFirst({ listed }: Shape, values: unknown[]): unknown[] {
  if (!listed || values.length < 2) return values;
  return [...values.filter((value) => listed.includes(value)), ...values.filter((value) => !listed.includes(value))];
}
