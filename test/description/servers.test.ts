import { expect, it } from 'vitest';
import { documentedOperations } from '../../src/description/operations.js';
import { absoluteServerUrl, firstServerUrl, serverUrls } from '../../src/description/servers.js';
import type { Description, Server } from '../../src/description/types.js';

function urlsOf(levels: { description?: Server[]; path?: Server[]; operation?: Server[] }): [string | undefined, string] {
  const description: Description = {
    openapi: '3.1.0',
    info: { title: 'Servers', version: '1' },
    ...(levels.description && { servers: levels.description }),
    paths: {
      '/': {
        ...(levels.path && { servers: levels.path }),
        get: { responses: {}, ...(levels.operation && { servers: levels.operation }) },
      },
    },
  };
  const [operation] = documentedOperations(description);
  if (!operation) throw new Error('The description has one operation.');
  return [firstServerUrl(description, operation), absoluteServerUrl(description, operation)];
}

const server = (url: string): Server[] => [{ url }];

it('takes the servers of the operation before those of its path before those of the description', () => {
  const description = server('https://description.example');
  const path = server('https://path.example');
  expect(urlsOf({ description })[0]).toBe('https://description.example');
  expect(urlsOf({ description, path })[0]).toBe('https://path.example');
  expect(urlsOf({ description, path, operation: server('https://operation.example') })[0]).toBe('https://operation.example');
});

it('fills in the default of each variable, and leaves a variable that is not documented', () => {
  const variables = { region: { default: 'eu' } };
  const description = [{ url: 'https://{region}.example/{version}', variables }];
  expect(urlsOf({ description })[0]).toBe('https://eu.example/{version}');
});

it('makes a relative URL absolute, without a slash at its end', () => {
  expect(urlsOf({ description: server('/api/') })[1]).toBe('http://localhost/api');
  expect(urlsOf({})).toEqual([undefined, 'http://localhost']);
});

it('keeps what is no URL as the description writes it', () => {
  expect(urlsOf({ description: server('https://<hidden>/') })[1]).toBe('https://<hidden>');
});

it.each([
  ['https://h/a/', 'https://h/a'],
  ['https://h/a//', 'https://h/a/'],
  ['', 'http://localhost'],
  ['a/b', 'http://localhost/a/b'],
  ['//h/a', 'http://h/a'],
])('%j as an absolute URL is %j', (url, absolute) => {
  expect(urlsOf({ description: server(url) })[1]).toBe(absolute);
});

it('all servers are listed, each with its variables', () => {
  const info = { title: 'Servers', version: '1' };
  const servers = [{ url: '/a' }, { url: '{b}{}/{c d}', variables: { b: { default: '' }, 'c d': { default: 'x' } } }];
  expect(serverUrls({ openapi: '3.1.0', info, servers })).toEqual(['/a', '{}/x']);
  expect([serverUrls({ openapi: '3.1.0', info }), firstServerUrl({ openapi: '3.1.0', info, servers })]).toEqual([[], '/a']);
  expect(firstServerUrl({ openapi: '3.1.0', info, servers: [] })).toBeUndefined();
});
