import { empty, json } from '../honest-server.js';
import { html, instead, tokenOf, type Fault } from './fault.js';

/** The correct status code with a wrong body, or with wrong headers about the body. */
export const bodyFaults: Fault[] = [
  {
    name: 'another success status',
    response: instead(200, (honest) => ({ ...honest, status: 201 })),
    walk: /200 OK \(reset-requested\)[^]*status 201 instead of 200/,
    proxy: /resetPassword.*201 is not documented/,
  },
  {
    name: 'a success status that is documented elsewhere',
    response: instead(204, () => json(200, {}), 'complete'),
    walk: /204 No Content \(password-updated\)[^]*status 200 instead of 204/,
    proxy: /completePasswordReset.*200 is not documented/,
  },
  {
    name: 'a missing field',
    response: instead(200, () => json(200, {})),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'a field of another type',
    response: instead(200, () => json(200, { reset_token: 12345 })),
    walk: /body\.reset_token must be string/,
    proxy: /body\.reset_token must be string/,
  },
  {
    name: 'a field that is null',
    response: instead(200, () => json(200, { reset_token: null })),
    walk: /body\.reset_token must be string/,
    proxy: /body\.reset_token must be string/,
  },
  {
    name: 'a field under another name',
    response: instead(200, (honest) => json(200, { token: tokenOf(honest) })),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'the token in a header',
    response: instead(200, (honest) => ({
      ...json(200, {}),
      headers: { 'content-type': 'application/json', 'x-reset-token': tokenOf(honest) },
    })),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'a list in place of an object',
    response: instead(200, (honest) => json(200, [{ reset_token: tokenOf(honest) }])),
    walk: /body must be object/,
    proxy: /body must be object/,
  },
  {
    name: 'null in place of an object',
    response: instead(200, () => json(200, null)),
    walk: /body must be object/,
    proxy: /body must be object/,
  },
  {
    name: 'an empty body',
    response: instead(200, () => ({ ...empty(200), headers: { 'content-type': 'application/json', 'content-length': '0' } })),
    walk: /body is missing/,
    proxy: /body is missing/,
  },
  {
    name: 'HTML in place of JSON',
    response: instead(200, () => html(200)),
    walk: /content-type must be application\/json, not text\/html/,
    proxy: /content-type must be application\/json, not text\/html/,
  },
  {
    name: 'JSON sent as plain text',
    response: instead(200, (honest) => ({ ...honest, headers: { 'content-type': 'text/plain' } })),
    walk: /content-type must be application\/json, not text\/plain/,
    proxy: /content-type must be application\/json, not text\/plain/,
  },
  {
    name: 'no media type',
    response: instead(200, (honest) => ({ ...honest, headers: {} })),
    walk: /content-type must be application\/json, and it is missing/,
    proxy: /content-type must be application\/json, and it is missing/,
  },
  {
    name: 'another charset',
    response: instead(200, (honest) => ({ ...honest, headers: { 'content-type': 'application/json; charset=iso-8859-1' } })),
    walk: /content-type names another charset than UTF-8/,
    proxy: /content-type names another charset than UTF-8/,
  },
  {
    name: 'bytes that are no UTF-8',
    response: instead(200, (honest) => ({ ...honest, body: Buffer.from('{"reset_token":"gr\xfc\xdfe"}', 'latin1') })),
    walk: /body is not valid UTF-8/,
    proxy: /body is not valid UTF-8/,
  },
  {
    name: 'broken JSON',
    response: instead(200, () => ({ ...json(200, {}), body: "{'reset_token': 'x'}" })),
    walk: /body is not valid JSON/,
    proxy: /body is not valid JSON/,
  },
  {
    name: 'a content coding that the body does not have',
    response: instead(200, (honest) => ({ ...honest, headers: { ...honest.headers, 'content-encoding': 'gzip' } })),
    walk: /content-encoding names a coding that the body does not have/,
    proxy: /content-encoding names a coding that the body does not have/,
  },
];
