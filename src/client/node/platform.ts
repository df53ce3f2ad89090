import { parameterPairs } from '../../description/parameters/write.js';
import { attempts } from '../attempts/attempts.js';
import { jsonValues } from '../request/json-values.js';
import { globalFetch, type Call, type Platform, type Send } from '../call.js';
import { carryBody } from './carry-body.js';
import { CheckedDispatcher, dispatcherOf, withDispatcher } from './dispatcher.js';
import { withoutSecrets } from './without-secrets.js';

/** Node, Deno and Bun. */
export const node: Platform = {
  send: sendWithDispatcher,
  attempts,
  carry: carryBody,
  addCookies: ({ operation, options }, headers) => {
    const cookies = (operation.serializers?.cookie ?? cookiePairs)(options.params?.cookie ?? {});
    if (cookies.length > 0) headers.set('cookie', [headers.get('cookie') ?? [], cookies].flat().join('; '));
  },
  redact: (cause, { options, token }) => withoutSecrets(cause, [options.params, options.body, token]),
};

function cookiePairs(values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    parameterPairs({ name, in: 'cookie' }, jsonValues(value), encodeURIComponent).map((pair) => pair.join('=')),
  );
}

/** Passes the dispatcher of a call as a second argument, too: on Node 20 and 22, the copies that retries send lose it. */
function sendWithDispatcher({ options }: Call): Send {
  const send = options.fetch ?? globalFetch;
  const given = dispatcherOf(options);
  if (!given) return send;
  const dispatcher = options.fetch ? given : new CheckedDispatcher(given);
  return (request, init) => send(request, { ...withDispatcher(dispatcher), ...init });
}
