import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { values } from './requests.js';

const run = promisify(execFile);

/** Generates a server of the Model Context Protocol, and calls its tools. */
export default async function read({ mock, description }) {
  // Beside node_modules, since the generated server imports packages.
  const directory = await mkdtemp(join(process.cwd(), 'mcp-'));
  const args = ['--input', description, '--output', join(directory, 'server'), '--base-url', mock];
  await run(join(process.cwd(), 'node_modules/.bin/openapi-mcp-generator'), args);
  await cp(join(directory, 'server/src/index.ts'), join(directory, 'server.mts'));
  const env = { ...process.env, API_KEY_AUTHTOKEN: values.authorization };
  const command = ['--import', 'tsx/esm', join(directory, 'server.mts')];
  const transport = new StdioClientTransport({ command: process.execPath, args: command, env, stderr: 'ignore' });
  const client = new Client({ name: 'reader', version: '1.0.0' });
  await client.connect(transport);
  const call = async (name, given) => {
    const { content } = await client.callTool({ name, arguments: given });
    return /Status:? (\d+)/.exec(content[0].text)?.[1] ?? content[0].text;
  };
  const result = {
    reset: await call('resetPassword', { requestBody: { email: values.email } }),
    validate: await call('validatePasswordReset', { token: values.token, requestBody: values.unknownAsText }),
    complete: await call('completePasswordReset', { requestBody: { password: values.password, token: values.token } }),
  };
  await client.close();
  await rm(directory, { recursive: true });
  return result;
}
