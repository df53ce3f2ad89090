// JavaScript of a consumer: runs the mock and a call to it, both from the installed package.
import * as client from '@projectthanos/password-reset';
import { startMock } from '@projectthanos/password-reset/mock';
import description from '@projectthanos/password-reset/openapi.json' with { type: 'json' };

const mock = await startMock({ port: 0 });
const api = client.createClient({ baseUrl: mock.url, token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' });
const reset = await api.resetPassword({ body: { email: 'jweir@projectthanos.com' } });
const validated = await api.validatePasswordReset({
  params: { query: { token: reset.data.reset_token } },
  body: JSON.stringify({ email: 'nobody@projectthanos.com' }),
});
await mock.close();
const failure = await api.resetPassword({ body: { email: '' } }).catch((error) => error);
console.log(
  JSON.stringify({
    exports: Object.keys(client).sort(),
    statuses: [reset.status, validated.status],
    failure: failure instanceof client.ConnectionError && failure instanceof client.ClientError,
    openapi: description.openapi,
  }),
);
