import { fullUrl, type SampleRequest } from '../../../../requests/sample-request.js';

/** A request that a script of the page can send. */
export interface PageRequest {
  method: string;
  /** Path and query, without the server. */
  path: string;
  headers: Array<[name: string, value: string]>;
  body?: string;
  /** A sentence that says why a browser cannot send the request. */
  problem?: string;
}

/** Headers that a page cannot set (Fetch standard, "forbidden request-header"). */
const forbiddenHeaders = [
  ...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method', 'connection'],
  ...['content-length', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive', 'origin', 'referer', 'set-cookie'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
];

/** Makes the request that the page sends. When a browser cannot send it, `problem` says why. */
export function pageRequest(sample: SampleRequest): PageRequest {
  const { method, headers, body } = sample;
  const problem = browserProblem(sample);
  return {
    method,
    path: fullUrl(sample).slice(sample.server.length),
    headers,
    ...(body && { body: body.text }),
    ...(problem && { problem }),
  };
}

/** Leaves out the body when it is optional and a browser cannot send it. */
export function withoutImpossibleBody(sample: SampleRequest, isRequired: boolean): SampleRequest {
  if (isRequired || !sample.body || !hasBodyThatNoBrowserSends(sample)) return sample;
  return { ...sample, body: undefined, headers: sample.headers.filter(([name]) => name !== 'Content-Type') };
}

function browserProblem(sample: SampleRequest): string | undefined {
  const { method, headers } = sample;
  if (hasBodyThatNoBrowserSends(sample)) return `Browsers cannot send a body with ${method}.`;
  if (['CONNECT', 'TRACE', 'TRACK'].includes(method)) return `Browsers cannot send ${method} requests.`;
  const [header] = headers.find(([name]) => isForbidden(name)) ?? [];
  return header && `Browsers do not let a page set the header ${header}.`;
}

function hasBodyThatNoBrowserSends({ method, body }: SampleRequest): boolean {
  return body !== undefined && ['GET', 'HEAD'].includes(method);
}

function isForbidden(name: string): boolean {
  return forbiddenHeaders.includes(name.toLowerCase()) || /^(proxy|sec)-/i.test(name);
}
