/** A `fetch` that responds from a list and records its requests. */
export interface ObservedFetch {
  fetch: (request: Request) => Promise<Response>;
  requests: Request[];
}

/**
 * Makes a `fetch` to inject.
 *
 * @param responses The responses in order. The last one is repeated. An error is thrown.
 */
export function observedFetch(...responses: Array<Response | Error>): ObservedFetch {
  const requests: Request[] = [];
  return {
    requests,
    fetch: (request) => {
      const response = responses[Math.min(requests.length, responses.length - 1)];
      requests.push(request);
      return response instanceof Response
        ? Promise.resolve(response.clone())
        : Promise.reject(response ?? new Error('No response is left.'));
    },
  };
}

/** A JSON response. */
export function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

/** A response without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
