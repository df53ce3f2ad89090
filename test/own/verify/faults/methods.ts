import { empty, json } from '../honest-server.js';
import { html, type Fault } from './fault.js';

/** Faults that no documented response shows: with other methods, or with a repeated request. */
export const methodFaults: Fault[] = [
  {
    name: 'a 405 without Allow',
    response: (honest) => (honest.status === 405 ? empty(405) : undefined),
    walk: /PUT of the path[^]*header\.allow is missing/,
  },
  {
    name: 'an Allow that lacks a method',
    response: (honest, { path }) =>
      honest.status === 405 && path.includes('complete') ? { ...empty(405), headers: { allow: 'POST' } } : undefined,
    walk: /header\.allow does not name GET/,
  },
  {
    name: 'a method that is not there crashes',
    response: (_honest, { method }) => (method === 'DELETE' ? html(500) : undefined),
    walk: /DELETE of the path[^]*status 500 instead of 405/,
  },
  {
    name: 'a method that is not there is taken for another',
    request: (request) => (request.method === 'PUT' ? { ...request, method: 'POST' } : request),
    walk: /PUT of the path[^]*status 20\d instead of 405/,
  },
  {
    name: 'a method that is not there is a success',
    response: (honest, { method }) => (honest.status === 405 && method === 'PATCH' ? { status: 204, headers: {} } : undefined),
    walk: /PATCH of the path[^]*status 204 instead of 405/,
  },
  {
    name: 'HEAD crashes',
    response: (_honest, { method }) => (method === 'HEAD' ? empty(500) : undefined),
    walk: /HEAD of the path[^]*status 500: a server error/,
  },
  {
    name: 'OPTIONS crashes',
    response: (_honest, { method }) => (method === 'OPTIONS' ? html(502) : undefined),
    walk: /OPTIONS of the path[^]*status 502: a server error/,
  },
  {
    name: 'the second time crashes',
    response: (honest, { path }, store) => {
      if (!path.includes('reset-password') || honest.status !== 200) return undefined;
      return store.resetTokens.size > 1 ? html(500) : undefined;
    },
    walk: /status 500 instead of 200/,
    proxy: /resetPassword.*500 is not documented/,
  },
  {
    name: 'a validation can be asked for once',
    response: (honest, _request, store) => {
      if (honest.status !== 204 || store.emailed.length < 2) return undefined;
      return json(200, {});
    },
    walk: /status 200 instead of 204/,
    proxy: /validatePasswordReset.*200 is not documented/,
  },
];
