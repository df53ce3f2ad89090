import { expect, it } from 'vitest';
import { completePasswordReset, resetPassword } from '../../generated/each-operation.js';
import { baseUrl } from '../../generated/operations.js';
import * as any from '../../src/client/any-description.js';
import { createClient } from '../../src/client/index.js';
import { empty, observedFetch } from './observed-fetch.js';

const init = { body: { email: 'a@b.c' } };

it('a client of single operations has their methods alone, under the names that they are given', async () => {
  const { fetch, requests } = observedFetch(empty(404));
  const api = createClient({ fetch, operations: { reset: resetPassword, completePasswordReset, then: resetPassword } });
  expect(Object.keys(api)).toEqual(['reset', 'completePasswordReset', 'then_', 'raw', 'with']);
  const { status } = await api.reset(init);
  expect([status, requests[0]?.url]).toEqual([404, baseUrl + resetPassword.path]);
});

it('the client of any description calls them at the server that they have in common', async () => {
  const { fetch, requests } = observedFetch(empty(404));
  await any.createClient({ fetch, operations: { resetPassword } }).resetPassword(init);
  await any.createClient({ fetch, operations: { resetPassword }, baseUrl: 'http://b.test' }).resetPassword(init);
  expect(requests.map(({ url }) => url)).toEqual([baseUrl + resetPassword.path, `http://b.test${resetPassword.path}`]);
  const elsewhere = { ...completePasswordReset, baseUrl: 'http://c.test' };
  expect(() => any.createClient({ operations: { resetPassword, elsewhere } })).toThrow('The baseUrl of createClient is missing');
});

it('errors name the operation as the description does', async () => {
  const { fetch } = observedFetch(empty(500));
  const { reset } = createClient({ fetch, operations: { reset: resetPassword } });
  await expect(reset(init)).rejects.toMatchObject({ operationId: 'resetPassword', name: 'UndocumentedStatusError' });
});

it('the operations of another description are not sent to the server of this one', async () => {
  const other = { method: 'GET', path: '/', responses: { 204: [] } };
  expect(() => createClient({ operations: { resetPassword, other } })).toThrow('The baseUrl of createClient is missing');
  const { fetch, requests } = observedFetch(empty(204));
  await (
    createClient({ fetch, baseUrl: 'http://a.test', operations: { other } }) as unknown as Record<'other', () => unknown>
  ).other();
  expect(requests[0]?.url).toBe('http://a.test/');
});
