import { describe, expect, it } from 'vitest';
import { acceptOf, bodyKind, documentedMediaType, essenceOf, holdsJson } from '../../src/description/media-types.js';
import type { Schema } from '../../src/description/types.js';

describe('the body of a media type', () => {
  it.each([
    [
      'json',
      ['application/json', 'Application/JSON; charset=utf-8', 'text/json', 'application/problem+json', 'application/*+json'],
    ],
    ['text', ['text/plain', 'TEXT/csv', 'text/*', 'text/event-stream', 'text/html;charset=utf-8', 'application/toml']],
    [
      'text',
      ['application/xml', 'text/xml', 'application/soap+xml', 'image/svg+xml', 'application/xml-dtd', 'application/*+xml'],
    ],
    [
      'text',
      ['application/x-ndjson', 'application/jsonl', 'application/json-seq', 'application/stream+json', 'application/x-yaml'],
    ],
    ['form', ['application/x-www-form-urlencoded', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8']],
    ['multipart', ['multipart/form-data', 'multipart/form-data; boundary=x']],
    ['bytes', ['application/octet-stream', 'image/png', 'image/*', 'multipart/mixed', 'multipart/*', 'application/pdf', 'json']],
    ['any', ['*/*', 'application/*', 'APPLICATION/*', '*/*; q=0.5', '*']],
  ])('is %s: %j', (kind, mediaTypes) => {
    expect(mediaTypes.map(bodyKind)).toEqual(mediaTypes.map(() => kind));
  });
});

it.each([
  [['*/*', 'application/*', 'application/json'], 'application/json', 'application/json'],
  [['application/json', 'application/*'], 'application/json; charset=utf-8', 'application/json'],
  [['Application/JSON'], 'application/json', 'Application/JSON'],
  [['application/json; charset=utf-8'], 'application/json', 'application/json; charset=utf-8'],
  [['a/b; v=1', 'a/b; v=2'], 'a/b; charset=x; v="2"', 'a/b; v=2'],
  [['a/b; v=1', 'a/b'], 'a/b; v=3', 'a/b'],
  [['*/*', 'text/*'], 'text/csv', 'text/*'],
  [['application/*', 'application/*+json'], 'application/hal+json', 'application/*+json'],
  [['*/*', 'text/*'], 'image/png', '*/*'],
  [['*'], 'image/png', '*'],
  [['text/*', 'application/json'], 'image/png', undefined],
  [['application/*+json'], 'application/json', undefined],
  [[], 'text/plain', undefined],
])('of %j, what documents %s is %s', (documented, mediaType, expected) => {
  expect(documentedMediaType(documented, mediaType)).toBe(expected);
});

it('all media types of responses are accepted, each once', () => {
  expect(acceptOf({ 200: ['a/b', 'c/d'], 400: ['e/f', 'a/b'], 204: [] })).toBe('a/b, c/d, e/f');
  expect(acceptOf({})).toBe('');
});

it.each([
  [' Application/JSON ; a=B', 'application/json'],
  ['', ''],
])('the essence of %j is %j', (mediaType, essence) => {
  expect(essenceOf(mediaType)).toBe(essence);
});

it.each<[schema: unknown, holds: boolean]>([
  [{ contentMediaType: 'application/json' }, true],
  [{ contentMediaType: 'text/plain' }, false],
  [{ contentMediaType: 1 }, false],
  [{}, false],
  [null, false],
  [undefined, false],
])('whether texts of the schema %j hold JSON: %s', (schema, holds) => {
  expect(holdsJson(schema as Schema)).toBe(holds);
});
