// A server for Deno and Bun that responds with 404 if it sees a body, else with 204.
const respond = async (request) => new Response(null, { status: (await request.text()) === '' ? 204 : 404 });
const at = { port: 0, hostname: '127.0.0.1' };
if (globalThis.Deno) Deno.serve({ ...at, onListen: ({ port }) => console.log(port) }, respond);
else console.log(Bun.serve({ ...at, fetch: respond }).port);
