import { expect, it } from 'vitest';
import { serializers } from '../../../src/build/generate/client-imports.js';
import { bodyOf, describing } from '../../requests/described.js';

const text = (more: object): object => ({ type: 'string', ...more });
const properties = {
  plain: text({}),
  encoded: text({ contentEncoding: 'base64' }),
  picture: text({ contentEncoding: 'base64', contentMediaType: 'image/png' }),
  table: text({ contentMediaType: 'text/csv' }),
  files: { type: 'array', items: text({ contentMediaType: 'application/pdf' }) },
  stated: text({ contentMediaType: 'text/csv' }),
  json: text({ contentMediaType: 'application/json' }),
};

it.each<[mediaType: string, encoding: object]>([
  [
    'multipart/form-data',
    {
      stated: { contentType: 'text/plain' },
      encoded: { contentType: 'application/octet-stream' },
      picture: { contentType: 'image/png' },
      table: { contentType: 'text/csv' },
      files: { contentType: 'application/pdf' },
    },
  ],
  ['application/x-www-form-urlencoded', { stated: { contentType: 'text/plain' } }],
])('the client gets the media types of the fields of %s', (mediaType, encoding) => {
  const media = { schema: { allOf: [{ properties }] }, encoding: { stated: { contentType: 'text/plain' } } };
  const { description, operation } = describing(bodyOf(mediaType, media));
  const { text: code = '' } = serializers(description, operation) ?? {};
  expect(JSON.parse(/\((.*)\)$/.exec(code)?.[1] ?? '{}')).toEqual({ bodies: { [mediaType]: encoding } });
});
