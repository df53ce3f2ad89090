// The requests of the programs, also to a server that a tool has made from the description.
import { createServer, request } from 'node:http';

export const values = {
  email: 'jweir@projectthanos.com',
  emailAsText: '{"email":"jweir@projectthanos.com"}',
  unknownAsText: '{"email":"nobody@projectthanos.com"}',
  password: 'thanosrocks',
  token: 'G7TwCq1Vkds0DLYnfAuP',
  authorization: 'Token a0f17278bed479ee719ea890b8caf0329e1f3e5b',
};

const reset = '/api/organizations/reset-password/';
const complete = '/api/organizations/complete-password/';

/** The outcome of a call: its status code, or the error. */
export async function outcome(call) {
  try {
    return String(await call());
  } catch (error) {
    const status = error.response?.status ?? error.status;
    return status === undefined ? `throws "${String(error.message).split('\n')[0]}"` : String(status);
  }
}

/** Sends three valid requests to a server, and one with an error in each place. */
export async function askServer(port) {
  const json = { 'Content-Type': 'application/json' };
  const text = { 'Content-Type': 'text/plain', Authorization: values.authorization };
  const right = JSON.stringify({ password: values.password, token: values.token });
  const wrong = {
    'an empty object': await send(port, 'POST', reset, json, '{}'),
    'text that is no JSON': await send(port, 'GET', `${complete}?token=${values.token}`, text, 'no JSON'),
    'no token': await send(port, 'GET', complete, text, values.emailAsText),
    'no credentials': await send(port, 'GET', `${complete}?token=${values.token}`, { 'Content-Type': 'text/plain' }),
  };
  const accepted = Object.entries(wrong).flatMap(([name, status]) => (status < 400 ? [name] : []));
  return {
    reset: String(await send(port, 'POST', reset, json, values.emailAsText)),
    validate: String(await send(port, 'GET', `${complete}?token=${values.token}`, text, values.emailAsText)),
    complete: String(await send(port, 'POST', complete, json, right)),
    accepts: accepted.join(', '),
  };
}

function send(port, method, path, headers, body = '') {
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request({ port, host: '127.0.0.1', method, path, headers: { ...headers, ...length } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

/** Serves with a handler of node:http, sends the requests, and stops. */
export async function askHandler(handler) {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await askServer(server.address().port);
  } finally {
    server.close();
  }
}
