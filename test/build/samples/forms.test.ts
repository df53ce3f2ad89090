import { expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description } from '../../../src/description/types.js';
import { addCodeSamples } from '../../../src/build/samples/add-code-samples.js';
import { startMock } from '../../../src/mock/index.js';
import { startRecorder } from './recorder.js';
import { pointAt, runSample } from './run-sample.js';

const upload = (fields: object, properties: object, encoding: object = {}): Description =>
  ({
    openapi: '3.1.0',
    info: { title: 'Covers', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/covers': {
        post: {
          operationId: 'upload',
          requestBody: {
            required: true,
            content: { 'multipart/form-data': { schema: { type: 'object', properties }, encoding, example: fields } },
          },
          responses: { 204: { description: 'Uploaded' } },
        },
      },
    },
  }) as unknown as Description;

const binary = { type: 'string', format: 'binary' };
const text = { type: 'string' };
const description = upload(
  { title: `it's "1"; a, b`, tag: ['a', '@b'], pages: 3, cover: 'not really a picture' },
  { title: text, tag: { type: 'array', items: text }, pages: { type: 'integer', minimum: 1 }, cover: binary },
  { cover: { contentType: 'image/png' } },
);

const [operation] = documentedOperations(addCodeSamples(description, '@projectthanos/password-reset'));
const samples = operation!.operation['x-codeSamples']!;

test('there is a sample in each language', () => {
  expect(samples.map(({ label }) => label)).toEqual(['Curl', 'HTTPie', 'Python (requests)', 'Node.js', 'TypeScript']);
});

// A TypeScript sample can only use the client of the project's own description.
test.each(samples.filter(({ label }) => label !== 'TypeScript'))(
  'a form with a file arrives from $label',
  async ({ label, source }) => {
    const mock = await startMock({ port: 0, description });
    const recorder = await startRecorder(mock.url);
    const { code, stderr } = await runSample(label, pointAt(source, 'https://api.example.com', recorder.url), {
      'cover.png': 'not really a picture',
    });
    await mock.close();
    recorder.close();
    expect(code, `${stderr}\n${source}`).toBe(0);
    const [request] = recorder.take();
    const form = await new Response(request!.body, { headers: { 'content-type': request!.headers['content-type']! } }).formData();
    const cover = form.get('cover') as File;
    expect([cover.name, cover.type, await cover.text()]).toEqual(['cover.png', 'image/png', 'not really a picture']);
    expect([form.get('title'), form.getAll('tag'), form.get('pages')]).toEqual([`it's "1"; a, b`, ['a', '@b'], '3']);
    expect(request!.received?.status).toBe(204);
  },
);

test('TypeScript gives the client the fields, a file as a File', () => {
  expect(samples.at(-1)?.source).toContain("cover: new File([await readFile('cover.png')], 'cover.png', { type: 'image/png' }),");
});

test('HTTPie, which cannot say that a field is JSON, is left out where one is', () => {
  const withObject = addCodeSamples(upload({ meta: { a: '"1";' } }, { meta: { type: 'object' } }));
  const [one] = documentedOperations(withObject);
  expect(one!.operation['x-codeSamples']!.map(({ label }) => label)).toEqual(['Curl', 'Python (requests)', 'Node.js']);
});
