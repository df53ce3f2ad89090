// On Node, with one version of undici: calls the client through its agents, set globally or for one call, and prints each
// outcome. The argument is the call.
import { createServer } from 'node:http';
import process from 'node:process';
import { createClient } from '@projectthanos/password-reset';

const { undici, operationId, init, body, status } = JSON.parse(process.argv[2]);
/** The requests that arrive at the server. */
const bodies = [];
const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  bodies.push(text);
  response.writeHead(status).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${server.address().port}`;

try {
  const { Agent, MockAgent, setGlobalDispatcher } = await import(undici);
  // Makes Node set its own dispatcher.
  await fetch(baseUrl);
  const mockAgent = () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get(baseUrl)
      .intercept({ path: () => true, method: 'GET', body })
      .reply(status, '');
    return agent;
  };
  const results = {};
  for (const [kind, make] of Object.entries({ agent: () => new Agent(), 'mock agent': mockAgent })) {
    results[`${kind} of a call`] = await call(kind, { dispatcher: make() });
  }
  for (const [kind, make] of Object.entries({ agent: () => new Agent(), 'mock agent': mockAgent })) {
    setGlobalDispatcher(make());
    results[`global ${kind}`] = await call(kind);
  }
  print(results);
} catch (error) {
  print({ 'does not load': error.message.split('\n')[0] });
}

/** A mock agent must get the request, unless `fetch` itself ignores it. Then the client ignores it, too. */
async function call(kind, options = {}) {
  bodies.length = 0;
  const hanging = new Promise((resolve) => setTimeout(resolve, 5000, '✗ no result for 5 s'));
  const called = createClient({ baseUrl, ...options })
    [operationId]({ ...init, body })
    .then((result) => result.status === status, refusal);
  const result = await Promise.race([called, hanging]);
  if (result !== true) return result === false ? '✗ another status' : result;
  const arrived = bodies.includes(body);
  if (kind === 'agent') return arrived ? 'sent' : '✗ not sent';
  if (!arrived) return 'sent';
  return options.dispatcher ? '✗ past the mock agent' : 'not used by fetch';
}

function refusal(error) {
  const message = error.cause?.cause?.message ?? '';
  return message.includes('of another version of undici') ? 'refused' : `✗ ${error.name}: ${message}`;
}

function print(results) {
  console.log(JSON.stringify(results));
  process.exit();
}
