import { styledParameter } from '../../../src/description/parameters/styled-parameter.js';
import { parameterPairs } from '../../../src/description/parameters/write.js';
import type { Parameter } from '../../../src/description/types.js';

/** Whether a form can represent a value: it has no notation for empty lists, empty objects and null. */
export function isForForms(value: unknown): boolean {
  return isMap(value) && Object.values(value as object).every((one) => one !== null && !isEmpty(one));
}

/** Whether a value can be sent in the place of a parameter, and is not left out. */
export function isWritten(parameter: Parameter, value: unknown): boolean {
  const pairs = parameterPairs(styledParameter(parameter), value);
  if (pairs.length === 0 || value === null) return false;
  const texts = pairs.map(([, text]) => text);
  switch (parameter.in) {
    case 'path':
      return texts.every((text) => text !== '' && text !== '.' && text !== '..');
    case 'header':
      return texts.every((text) => /^[!-~]([ -~]*[!-~])?$/.test(text)) && isWithoutCommas(value);
    default:
      return true;
  }
}

function isWithoutCommas(value: unknown): boolean {
  return typeof value !== 'object' || !Object.values(value ?? {}).some((one) => textOf(one).includes(','));
}

/**
 * All values that the texts of a value can represent without a schema. Members that equal those of the valid value stay the
 * same.
 */
export function readingsOf(value: unknown, valid: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    const texts = items.map(textOf);
    return [
      items,
      texts,
      texts.map(parsed),
      ...(items.length === 1 ? [texts[0], parsed(texts[0] ?? '')] : []),
      texts.join(',').split(','),
      // null is not written.
      items.filter((one) => one !== null),
    ];
  }
  if (value === null) return [null, 'null'];
  if (typeof value === 'object') {
    const before = (typeof valid === 'object' ? valid : {}) as Record<string, unknown>;
    const members: Array<[string, unknown]> = Object.entries(value);
    const json = JSON.stringify(value);
    if (members.length === 0) return [value, json, [json], [value]];
    const changed = members.find(([name, one]) => before[name] !== one);
    if (!changed) return [value];
    const [name, one] = changed;
    const absent = Object.fromEntries(members.filter(([key]) => key !== name));
    if (one === null) return [absent];
    return [
      ...readingsOf(one, before[name]).map((reading) => ({ ...value, [name]: reading })),
      ...(isEmpty(one) ? [absent] : []),
    ];
  }
  const text = textOf(value);
  return [
    value,
    text,
    parsed(text),
    ...(text === '' ? [null] : []),
    ...(text.includes(',') ? [text.split(',')] : []),
    [text],
    [parsed(text)],
  ];
}

/** Whether a value is an object, not a list. */
export function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && Object.keys(value ?? {}).length === 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
