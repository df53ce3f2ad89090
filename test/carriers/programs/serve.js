// Run by Deno and by Bun: a server that responds with 404 where it sees a body and with 204 where it sees none.
const respond = async (request) => new Response(null, { status: (await request.text()) === '' ? 204 : 404 });
const at = { port: 0, hostname: '127.0.0.1' };
if (globalThis.Deno) Deno.serve({ ...at, onListen: ({ port }) => console.log(port) }, respond);
else console.log(Bun.serve({ ...at, fetch: respond }).port);
