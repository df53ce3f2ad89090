import { readFile } from 'node:fs/promises';
import SwaggerClient from 'swagger-client';
import { outcome, values } from './requests.js';

/** Makes a client at run time, as Swagger UI does for its button. */
export default async function read({ mock, description }) {
  const spec = { ...JSON.parse(await readFile(description, 'utf8')), servers: [{ url: mock }] };
  const { apis } = await SwaggerClient({ spec, authorizations: { AuthToken: values.authorization } });
  const call = (name, parameters, requestBody) =>
    outcome(async () => (await apis.default[name](parameters, { requestBody })).status);
  return {
    reset: await call('resetPassword', {}, { email: values.email }),
    validate: await call('validatePasswordReset', { token: values.token }, values.unknownAsText),
    complete: await call('completePasswordReset', {}, { password: values.password, token: values.token }),
  };
}
