import { expect, test } from 'vitest';
import { createRouter } from '../../../src/mock/service/routes.js';

const routes = [
  'GET /items/{id}',
  'POST /items/mine',
  'GET /items/{id}.json',
  'GET /items/{id}.{format}.json',
  'GET /{kind}/mine',
  'GET /items/{id}/parts/',
  'GET /{a}/{b}/fixed',
  'GET /items/{b}/{c}',
  'GET /{a}/{b}/{c}/end',
  'GET /{a}/two/{c}/end',
  'GET /one/{b}/{c}/{d}',
  'PUT /items/{other}',
  'GET /my things/{id}',
  'COPY /items/{id}',
  'GET /a%2Fb',
  'GET /',
].map((one) => ({ method: one.split(' ')[0] ?? '', path: one.slice(one.indexOf(' ') + 1) }));

const route = createRouter(routes);

test.each(
  [
    ['GET', '/items/7', 'GET /items/{id}'],
    ['what is written out in the first segment', 'GET', '/items/mine', 'GET /items/{id}'],
    ['a path of the method that is asked for', 'POST', '/items/mine', 'POST /items/mine'],
    ['a template with text beside it', 'GET', '/items/7.json', 'GET /items/{id}.json'],
    ['the template with the most text', 'GET', '/items/7.de.json', 'GET /items/{id}.{format}.json'],
    ['a template where nothing is written out', 'GET', '/things/mine', 'GET /{kind}/mine'],
    ['another name of the same template', 'PUT', '/items/7', 'PUT /items/{other}'],
    ['what is written out first, of as many templates', 'GET', '/items/7/fixed', 'GET /items/{b}/{c}'],
    ['the fewest templates, met last', 'GET', '/x/two/three/end', 'GET /{a}/two/{c}/end'],
    ['the fewest templates, met after what is written out first', 'GET', '/one/two/three/end', 'GET /{a}/two/{c}/end'],
    ['the most templates, where nothing else leads there', 'GET', '/x/y/z/end', 'GET /{a}/{b}/{c}/end'],
    ['a slash at the end', 'GET', '/items/7/parts/', 'GET /items/{id}/parts/'],
    ['an encoded blank', 'GET', '/my%20things/1', 'GET /my things/{id}'],
    ['an encoded letter', 'GET', '/%69tems/7', 'GET /items/{id}'],
    ['an encoded slash', 'GET', '/items/a%2Fb', 'GET /items/{id}'],
    ['an encoded slash that is documented', 'GET', '/a%2Fb', 'GET /a%2Fb'],
    ['a method that OpenAPI has no field for', 'COPY', '/items/7', 'COPY /items/{id}'],
    ['the root', 'GET', '/', 'GET /'],
  ].map((row) => (row.length === 3 ? ['a template', ...row] : row)),
)('%s: %s %s leads to %s', (_, method = '', path = '', expected) => {
  const found = route(method, path);
  expect(found && 'route' in found ? `${found.route.method} ${found.route.path}` : found).toBe(expected);
});

test.each([
  ['DELETE', '/items/7', { methods: ['GET', 'PUT', 'COPY'] }],
  ['DELETE', '/items/mine', { methods: ['GET', 'POST', 'PUT', 'COPY'] }],
  ['copy', '/items/7', { methods: ['GET', 'PUT', 'COPY'] }],
  ['GET', '/items/7/', { correctPath: '/items/7' }],
  ['GET', '/items/7/parts', { route: { method: 'GET', path: '/items/{b}/{c}' } }],
  ['GET', '/items/', undefined],
  ['GET', '/nowhere/at/all', undefined],
])('%s %s leads to no operation', (method, path, expected) => {
  expect(route(method, path)).toEqual(expected);
});

test('what is found does not depend on how many paths there are', () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ method: 'GET', path: `/resource${index}/{id}/part{no}` }));
  const found = createRouter(many)('GET', '/resource1999/7/part3');
  expect(found).toEqual({ route: many[1999] });
});
