import type { Operation, PathItem } from '../../../../description/types.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { follow, textOf } from '../read.js';
import type { Reader } from '../reader.js';
import { bodiesOf, type Body } from './body.js';
import { shownExamples, type ShownExample } from './example.js';
import { parameterRows, type PlacedRow } from './parameter.js';

/** The body of a request (Request Body Object). */
export interface RequestReference {
  required: boolean;
  /** Markdown. */
  description: string;
  bodies: Body[];
}

/** The parameters of the operation, and then those of its path that the operation does not override. */
export function parametersOf(reader: Reader, operation: Operation, item: PathItem, scenarios: ReadonlySet<string>): PlacedRow[] {
  const [own, shared] = [operation.parameters, item.parameters].map((all) => listOf(all).filter(isObject));
  const keyOf = (one: unknown): string => {
    const { name, in: place } = follow(reader.description, one);
    return `${textOf(place)} ${textOf(name)}`;
  };
  const taken = new Set(own?.map(keyOf));
  const all = [...(own ?? []), ...(shared ?? []).filter((one) => !taken.has(keyOf(one)))];
  return all.flatMap((one) => parameterRows(reader, one, scenarios));
}

export function requestOf(reader: Reader, operation: Operation): RequestReference | undefined {
  if (!isObject(operation.requestBody)) return undefined;
  const { required, description, content } = follow(reader.description, operation.requestBody);
  return { required: required === true, description: textOf(description), bodies: bodiesOf(reader, content, 'request') };
}

/** The examples of the request body, without those of scenarios, which are among the mock examples. */
export function requestExamples(reader: Reader, operation: Operation, scenarios: ReadonlySet<string>): ShownExample[] {
  const { content } = follow(reader.description, operation.requestBody);
  const media = Object.entries(objectOf(content));
  return media.flatMap(([mediaType, reference]) => {
    const holder = follow(reader.description, reference);
    const examples = objectOf(follow(reader.description, holder.examples));
    const rest = Object.entries(examples).filter(([name]) => !scenarios.has(name));
    const shown = rest.length === Object.keys(examples).length ? holder : { ...holder, examples: Object.fromEntries(rest) };
    if (rest.length === 0 && Object.keys(examples).length > 0) return [];
    return shownExamples(reader.shapes, mediaType, shown, media.length === 1);
  });
}
