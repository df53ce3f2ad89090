// How each client sends a GET with a body. `options` has the options that it needs.
import axios from 'axios';
import got from 'got';
import needle from 'needle';
import superagent from 'superagent';
import { fetch as undiciFetch, request } from 'undici';

/** The clients. Each sends a request and returns the status code. */
export const clients = {
  undici: async ({ url, headers, body }) => (await request(url, { method: 'GET', headers, body })).statusCode,
  axios: async ({ url, headers, body }) => (await axios.get(url, { headers, data: body, validateStatus: () => true })).status,
  got: async ({ url, headers, body }) =>
    (await got.get(url, { headers, body, allowGetBody: true, throwHttpErrors: false })).statusCode,
  superagent: async ({ url, headers, body }) =>
    (
      await superagent
        .get(url)
        .set(headers)
        .ok(() => true)
        .send(body)
    ).status,
  needle: async ({ url, headers, body }) => (await needle('get', url, body, { headers })).statusCode,
  fetch: async ({ url, headers, body }) => (await fetch(url, { method: 'GET', headers, body })).status,
  'undici fetch': async ({ url, headers, body }) => (await undiciFetch(url, { method: 'GET', headers, body })).status,
};
