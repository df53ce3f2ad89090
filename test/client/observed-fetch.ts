/** A `fetch` that answers from a list and keeps the requests that it got. */
export interface ObservedFetch {
  fetch: (request: Request) => Promise<Response>;
  requests: Request[];
}

/**
 * Makes a `fetch` to inject.
 *
 * @param answers One for each request, in order; the last one again for all that follow. An error is thrown.
 */
export function observedFetch(...answers: Array<Response | Error>): ObservedFetch {
  const requests: Request[] = [];
  return {
    requests,
    fetch: (request) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      return answer instanceof Response
        ? Promise.resolve(answer.clone())
        : Promise.reject(answer ?? new Error('No answer is left.'));
    },
  };
}

/** An answer with JSON. */
export function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
