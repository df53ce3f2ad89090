// The page of a consumer. The test reads its results.
import { attempts, createClient } from '@projectthanos/password-reset';

globalThis.callFromPage = async (baseUrl) => {
  const token = 'a0f17278bed479ee719ea890b8caf0329e1f3e5b';
  const api = createClient({ baseUrl, token, timeoutMs: 10_000, attempts, retries: 1 });
  const { resetPassword, validatePasswordReset } = api;
  const query = { token: 'G7TwCq1Vkds0DLYnfAuP' };
  const failure = await validatePasswordReset({ params: { query }, body: '{}' }).catch((error) => error);
  return {
    reset: (await resetPassword({ body: { email: 'jweir@projectthanos.com' } })).data,
    unknown: (await resetPassword({ body: { email: 'nobody@projectthanos.com' } })).status,
    validated: (await validatePasswordReset({ params: { query } })).status,
    refused: [failure.name, failure.message],
  };
};
