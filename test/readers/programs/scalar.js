import { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { createMockServer } from '@scalar/mock-server';
import { askHandler } from './requests.js';

/** Serves the mock of Scalar. It uses the Request of fetch, so a GET has no body. */
export default async function read({ description }) {
  console.log = () => undefined;
  const app = await createMockServer({ document: await readFile(description, 'utf8') });
  return askHandler(async (incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const body = method === 'GET' ? {} : { body: Readable.toWeb(incoming), duplex: 'half' };
    const response = await app.fetch(new Request(`http://127.0.0.1${url}`, { method, headers, ...body }));
    outgoing.writeHead(response.status).end(await response.text());
  });
}
