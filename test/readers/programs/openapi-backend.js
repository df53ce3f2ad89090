import { text } from 'node:stream/consumers';
import { OpenAPIBackend } from 'openapi-backend';
import { askHandler } from './requests.js';

/** Serves with the routes, the validation and the examples of openapi-backend. It only supports OpenAPI 3.0. */
export default async function read({ description, edition30 }) {
  const isNewerRead = await new OpenAPIBackend({ definition: description, strict: true }).init().then(
    () => true,
    () => false,
  );
  const api = new OpenAPIBackend({ definition: edition30, strict: true, ignoreTrailingSlashes: false });
  api.registerSecurityHandler('AuthToken', ({ request }) => String(request.headers.authorization ?? '').startsWith('Token '));
  api.register({
    notFound: () => ({ status: 404 }),
    validationFail: () => ({ status: 400 }),
    unauthorizedHandler: () => ({ status: 401 }),
    notImplemented: ({ operation }) => api.mockResponseForOperation(operation.operationId),
  });
  await api.init();
  const asked = await askHandler(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url, 'http://127.0.0.1');
    const { method, headers } = incoming;
    const query = Object.fromEntries(searchParams);
    const body = await text(incoming);
    const { status } = await api.handleRequest({ method, path: pathname, query, headers, body });
    outgoing.writeHead(status).end();
  });
  return { ...asked, isNewerRead };
}
