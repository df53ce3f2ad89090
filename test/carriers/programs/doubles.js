// Each test double responds with 404 if it sees the body of the request, else with 204. A default import, not a named one,
// because a test double replaces the functions of the module.
import nodeHttp from 'node:http';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MockAgent, request, setGlobalDispatcher } from 'undici';

const origin = 'http://127.0.0.1:9';
const statusFor = (text) => (text === '' || text === undefined ? 204 : 404);

/** Sends a request with node:http, like the clients that can send such a body. */
function overHttp({ path, headers, body }) {
  const framed = { ...headers, 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = nodeHttp.request(`${origin}${path}`, { method: 'GET', headers: framed }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

async function withNock(given) {
  const { default: nock } = await import('nock');
  let seen;
  nock(origin)
    .get(/.*/, (body) => {
      seen = typeof body === 'string' ? body : JSON.stringify(body);
      return true;
    })
    .reply(() => [statusFor(seen)]);
  return overHttp(given);
}

/** The test doubles, each as a function of the request. */
export const doubles = {
  msw: async (given) => {
    const server = setupServer(
      http.get(`${origin}/*`, async ({ request: seen }) => new HttpResponse(null, { status: statusFor(await seen.text()) })),
    );
    server.listen();
    return overHttp(given);
  },
  nock: withNock,
  undici: async ({ path, headers, body }) => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get(origin)
      .intercept({ path: () => true, method: 'GET' })
      .reply(({ body: seen }) => ({ statusCode: statusFor(seen) }));
    setGlobalDispatcher(agent);
    return (await request(`${origin}${path}`, { method: 'GET', headers, body })).statusCode;
  },
};
