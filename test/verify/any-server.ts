import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'vitest';
import { verify, type VerifyOptions } from '../../src/verify/verify.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** Responds to a complete request. */
export type Respond = (request: IncomingMessage & { body: string }, response: ServerResponse) => unknown;

interface Asked {
  /** The name of this machine in the URL of the server. */
  host?: string;
  /** Answers the question of the check. */
  confirm?: (question: string) => boolean;
}

/**
 * Checks a test server against a description. Returns the output of the command, and whether the contract is kept, or the message
 * of an error. In both, the server is `http://server` and the directory of the files a point.
 */
export async function verified(
  context: Pick<TestContext, 'onTestFinished'>,
  { description, workflow, values }: { description: object; workflow?: object; values?: object },
  respond: Respond,
  { host = '127.0.0.1', confirm = () => false, ...options }: Partial<VerifyOptions> & Asked = {},
): Promise<{ kept: boolean | string; text: string; directory: string }> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => respond(Object.assign(request, { body: String(body) }), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const directory = await temporaryDirectory(context);
  const write = async (name: string, content: object | undefined): Promise<string | undefined> => {
    if (content) await writeFile(join(directory, name), JSON.stringify(content));
    return content && join(directory, name);
  };
  const files = {
    description: await write('openapi.json', { openapi: '3.1.0', info: { title: 'Items', version: '1.0.0' }, ...description }),
    values: await write('values.json', values),
  };
  await write('items.arazzo.json', workflow && { arazzo: '1.0.1', workflows: [workflow] });
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    confirm: (question: string) => Promise.resolve(confirm(shown(question))),
  };
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const shown = (text: string): string => text.replaceAll(directory, '.').replaceAll(url, 'http://server');
  const given = { server: url, timeoutMs: 5000, mayChange: true, isDryRun: false, ...options };
  const kept = await verify(
    { ...given, ...(files.description && { description: files.description }), ...(files.values && { values: files.values }) },
    terminal,
  ).catch((error: unknown) => shown((error as Error).message));
  return { kept, text: shown(lines.join('\n')), directory };
}
