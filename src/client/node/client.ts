import { description } from '../../../generated/operations.js';
import { writeBody } from '../body.js';
import { untypedClient, type UntypedClient, type UntypedInit, type UntypedMethod } from '../client.js';
import { parameterPairs } from '../../description/parameter-style.js';
import type { ClientDescription, ClientOperation } from '../types/description.js';
import { ClientError } from '../errors/client-error.js';
import type { ClientOptions } from '../types/options.js';
import { sendWithBody } from './send-with-body.js';
import { withoutSecrets } from './without-secrets.js';

const nodeFetch = globalThis.fetch;

/**
 * Makes a client on Node, where a GET body is sent for real and no error repeats a secret.
 *
 * @throws TypeError when `baseUrl` is no URL, or holds a password.
 */
export function untypedNodeClient(given?: ClientOptions & Partial<ClientDescription>): UntypedClient {
  const options = { ...description, ...given };
  checkBaseUrl(options.baseUrl);
  const client = untypedClient(options);
  const methods = Object.entries(options.operations).map(([id, operation]) => [id, onNode(client[id]!, operation, options)]);
  return { ...Object.fromEntries(methods), raw: client.raw } as UntypedClient;
}

function onNode(method: UntypedMethod, [verb, , , contentType]: ClientOperation, options: ClientOptions): UntypedMethod {
  return async (init) => {
    const given: UntypedInit = { ...options, ...init };
    const { token, fetch = globalThis.fetch, body, params } = given;
    const secrets: unknown[] = [init, options.headers, token];
    const settings: UntypedInit = { ...init };
    if (typeof token === 'function') {
      settings.token = async () => {
        const secret = await token();
        secrets.push(secret);
        return secret;
      };
    }
    // Another fetch than Node's own is there for a reason, such as a test double: nothing goes past it.
    if (body != null && /GET|HEAD/.test(verb) && fetch === nodeFetch) {
      delete settings.body;
      settings.fetch = async (request) => {
        if (!request.headers.has('content-type')) request.headers.set('content-type', contentType || 'application/json');
        return sendWithBody(request, given.bodySerializer?.(body, request.headers) ?? writeBody(body, request.headers));
      };
    }
    const cookies = Object.entries(params?.cookie ?? {}).flatMap(([name, value]) =>
      parameterPairs({ name, in: 'cookie' }, value, encodeURIComponent).map((pair) => pair.join('=')),
    );
    if (cookies.length > 0) {
      const send = settings.fetch ?? fetch;
      settings.fetch = async (request) => {
        // A token may be a cookie, too.
        const token = request.headers.get('cookie') ?? [];
        const sent = new Request(request);
        sent.headers.set('cookie', [token, cookies].flat().join('; '));
        return send(sent);
      };
    }
    try {
      return await method(settings);
    } catch (error) {
      if (!(error instanceof ClientError)) throw withoutSecrets(error, secrets);
      throw Object.assign(error, error.cause === undefined ? {} : { cause: withoutSecrets(error.cause, secrets) });
    }
  };
}

/** The errors of the platform would repeat the URL. */
function checkBaseUrl(baseUrl: unknown): void {
  const problem = URL.canParse(String(baseUrl))
    ? /\/\/[^/]*@/.test(String(baseUrl)) && 'holds a user name or a password: send them as a header instead'
    : 'is no absolute URL: give one such as "https://api.example.com"';
  if (problem) throw new TypeError(`The baseUrl of createClient ${problem}.`);
}
