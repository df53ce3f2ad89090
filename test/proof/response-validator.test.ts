import { describe, expect, test } from 'vitest';
import { documentedOperations } from '../../src/description/operations.js';
import type { Description } from '../../src/description/types.js';
import type { ReceivedResponse } from '../build/samples/recorder.js';
import { responseValidator } from './response-validator.js';

const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Any', version: '1' },
  paths: {
    '/things': {
      get: {
        operationId: 'things',
        responses: {
          200: {
            description: 'Found',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Thing' }, examples: { one: { value: { id: 1 } } } },
            },
          },
          204: { description: 'Empty' },
          '4XX': { description: 'Refused' },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer' }, at: { type: 'string', format: 'date' } },
      },
    },
  },
};
const [operation] = documentedOperations(description);
const problems = responseValidator(description);

const json = { 'content-type': 'application/json; charset=utf-8', 'x-total': '1' };
const problem = { 'content-type': 'application/problem+json' };

describe('the validator of responses', () => {
  test.each<[string, ReceivedResponse]>([
    ['a documented body', { status: 200, headers: json, body: '{"id":1,"at":"2020-02-29"}' }],
    ['no body where none is documented', { status: 204, headers: {}, body: '' }],
    ['a range', { status: 404, headers: {}, body: '' }],
    ['a problem body of a refusal', { status: 400, headers: problem, body: '{"title":"Bad Request","status":400}' }],
  ])('accepts %s', (_, received) => {
    expect(problems(operation!, received)).toEqual([]);
  });

  test.each<[string, ReceivedResponse, string]>([
    ['an undocumented status', { status: 500, headers: {}, body: '' }, 'The status 500 is not documented.'],
    [
      'another media type',
      { status: 200, headers: { ...json, 'content-type': 'text/html' }, body: '{"id":1}' },
      'The media type "text/html" is not documented.',
    ],
    ['no media type', { status: 200, headers: { 'x-total': '1' }, body: '{"id":1}' }, 'The media type "" is not documented.'],
    ['no body', { status: 200, headers: json, body: '' }, 'The body is no JSON.'],
    ['a missing property', { status: 200, headers: json, body: '{}' }, "The body must have required property 'id'."],
    ['a property of another type', { status: 200, headers: json, body: '{"id":"1"}' }, 'The body/id must be integer.'],
    [
      'a broken format',
      { status: 200, headers: json, body: '{"id":1,"at":"2021-02-29"}' },
      'The body/at must match format "date".',
    ],
    [
      'a missing header',
      { status: 200, headers: { ...json, 'x-total': undefined }, body: '{"id":1}' },
      'The header X-Total is missing.',
    ],
    [
      'a header of another type',
      { status: 200, headers: { ...json, 'x-total': 'many' }, body: '{"id":1}' },
      'The header X-Total must be integer.',
    ],
    [
      'a body where none is documented',
      { status: 404, headers: json, body: '{"id":1}' },
      'There is a body, and none is documented.',
    ],
    [
      'a problem body of a success',
      { status: 204, headers: problem, body: '{"title":"OK","status":204}' },
      'There is a body, and none is documented.',
    ],
    [
      'a problem body of another status',
      { status: 400, headers: problem, body: '{"title":"No","status":401}' },
      'The problem body names another status.',
    ],
    [
      'a problem body without a title',
      { status: 400, headers: problem, body: '{"status":400}' },
      "The problem body must have required property 'title'.",
    ],
  ])('refuses %s', (_, received, sentence) => {
    expect(problems(operation!, received)).toEqual([sentence]);
  });

  test('refuses a body that is not the example that was asked for', () => {
    const received = { status: 200, headers: json, body: '{"id":2}' };
    expect(problems(operation!, received, 'one')).toEqual(['The body is not the example "one".']);
  });
});
