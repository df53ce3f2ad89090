import type { NormalizedProblem } from '@redocly/openapi-core';
import { isObject, objectOf } from '../../description/json-value.js';
import { tokensOf } from '../../description/references/pointer.js';
import { core } from './openapi-core.js';

/**
 * Whether Redocly reports a problem where the OpenAPI specification sees none: a discriminator that maps a value to the name of
 * a schema (OpenAPI 3.0.3, Discriminator Object), and a reference to a media type (OpenAPI 3.2.0, Media Type Object).
 */
export function isFalseProblem({ ruleId, location: [place] }: NormalizedProblem): boolean {
  const tokens = tokensOf((place?.pointer ?? '').replace(/^#/, ''));
  const isMapping = ruleId === 'no-unresolved-refs' && tokens.at(-3) === 'discriminator' && tokens.at(-2) === 'mapping';
  const isMediaType = ruleId === 'spec-strict-refs' && tokens.at(-3) === 'content' && tokens.at(-1) === '$ref';
  if (!place || !(isMapping || isMediaType)) return false;
  const document = objectOf(core.makeDocumentFromString(place.source.body, place.source.absoluteRef).parsed);
  if (isMediaType) return String(document.openapi).startsWith('3.2');
  const name = tokens.reduce<unknown>(
    (part, token) => (isObject(part) ? part[token] : Reflect.get(Object(part), token)),
    document,
  );
  return Object.hasOwn(objectOf(objectOf(document.components).schemas), String(name));
}
