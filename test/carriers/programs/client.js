// Calls the client with a GET body while a test double replaces fetch, and prints the status code or the name of the error:
// node client.js DOUBLE CLIENT.
import { pathToFileURL } from 'node:url';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const [double, path] = process.argv.slice(2);
const baseUrl = 'http://api.test';
if (double === 'msw') {
  setupServer(http.all(`${baseUrl}/*`, () => new HttpResponse(null, { status: 204 }))).listen({ onUnhandledRequest: 'error' });
} else {
  const { default: nock } = await import('nock');
  nock(baseUrl).get(/.*/).reply(204);
}
const { createClient } = await import(pathToFileURL(path));
const call = createClient({ baseUrl, token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' }).validatePasswordReset({
  params: { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } },
  body: { email: 'nobody@projectthanos.com' },
});
console.log(
  await call.then(
    ({ status }) => status,
    ({ name }) => name,
  ),
);
process.exit(0);
