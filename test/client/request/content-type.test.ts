import { expect, it } from 'vitest';
import { chooseContentType } from '../../../src/client/request/content-type.js';

const [json, form, parts, text, bytes, png] = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/octet-stream',
  'image/png',
] as const;
const file = new Blob(['a']);

it.each<[string, string[], unknown, string]>([
  ['the only one, whether it fits or not', [png], { a: 1 }, png],
  ['an object: its own kind before text', [text, json], { a: 1 }, json],
  ['an object: a form before text', [text, form], { a: 1 }, form],
  ['an object: a form in parts before text', [text, parts], { a: 1 }, parts],
  ['an object: text where nothing else is', [bytes, text], { a: 1 }, text],
  ['an object: the first of its kinds', [parts, form, json], { a: 1 }, parts],
  ['nothing: no form', [form, parts, json], null, json],
  ['a number: no form', [form, parts, json], 5, json],
  ['text: its own kind', [json, parts, text], 'a', text],
  ['text: another kind that is no form in parts', [parts, json], 'a', json],
  ['a form: no JSON', [json, form], new URLSearchParams(), form],
  ['a form in parts: no JSON', [json, parts], new FormData(), parts],
  ['a form with a file: in parts', [json, form, parts], { a: [file] }, parts],
  ['a Blob: of its type', [bytes, png], new Blob(['a'], { type: png }), png],
  ['a Blob of no type: bytes', [json, png, bytes], file, png],
  ['bytes: no JSON', [json, bytes], new Uint8Array(), bytes],
  ['anything, where nothing else fits', [json, '*/*'], new Uint8Array(), bytes],
  ['anything: text', ['*/*'], 'a', 'text/plain; charset=utf-8'],
  ['anything: a form in parts', ['*/*'], new FormData(), parts],
  ['anything: an object with a file', ['*/*'], { a: file }, parts],
  ['anything: a form', ['*/*'], new URLSearchParams(), form],
  ['anything: an object, whatever its members are called', ['*/*'], { type: png }, json],
  ['anything: a Blob of no type', ['*/*'], file, bytes],
  ['anything: a Blob of a type', ['*/*'], new Blob(['a'], { type: png }), png],
  ['a range: a Blob of a type within it', ['image/*', json], new Blob(['a'], { type: png }), png],
])('the media type of a body is %s', (_, documented, body, expected) => {
  expect(chooseContentType(documented, body)).toBe(expected);
});

it.each<[string, string[], unknown, string]>([
  [
    'fits none',
    [png, bytes],
    5,
    'The body fits none of image/png, application/octet-stream: pass another, or say which as contentType.',
  ],
  ['fits none of two forms', [form, parts], 5, 'The body fits none of'],
  ['fits no form', [form, png], new FormData(), 'The body fits none of'],
  [
    'is of no type within the range',
    ['image/*'],
    file,
    'The body needs a media type within image/*: pass it as contentType, or as the type of a Blob.',
  ],
])('a body that %s is refused', (_, documented, body, message) => {
  expect(() => chooseContentType(documented, body)).toThrow(message);
});

it.each([
  [[json, `${json}; v=1`], json, json],
  [[`${json}; v=1`, text], json, `${json}; v=1`],
  [[json], 'a/b', 'a/b'],
])('of %s, the call that asks for %s gets %s', (documented, asked, expected) => {
  expect(chooseContentType(documented, 'a', asked)).toBe(expected);
});
