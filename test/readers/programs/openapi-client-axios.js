import { readFile } from 'node:fs/promises';
import * as module from 'openapi-client-axios';
import { outcome, values } from './requests.js';

const { OpenAPIClientAxios } = module.default?.OpenAPIClientAxios ? module.default : module;

/** Makes an axios client at run time. */
export default async function read({ mock, description }) {
  const definition = { ...JSON.parse(await readFile(description, 'utf8')), servers: [{ url: mock }] };
  const client = await new OpenAPIClientAxios({ definition }).init();
  const headers = { Authorization: values.authorization, 'Content-Type': 'text/plain' };
  const status = (call) => outcome(async () => (await call()).status);
  return {
    reset: await status(() => client.resetPassword(null, { email: values.email })),
    validate: await status(() => client.validatePasswordReset(values.token, values.unknownAsText, { headers })),
    complete: await status(() => client.completePasswordReset(null, { password: values.password, token: values.token })),
  };
}
