/** A 1xx response, which comes before the final response (RFC 9110, section 15.2), such as 103 with links for a page. */
export interface InformationalResponse {
  status: number;
  /** The values of each header, by its name in lower case. */
  headers: Record<string, string[]>;
}

/** A function that responds to a request as the global `fetch` does. */
export type Fetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** The client of a request, while it waits for the response. */
export interface Client {
  /** Whether it has disconnected. */
  isGone: () => boolean;
  /** Calls a function if the client disconnects before the whole response is sent. */
  onceGone: (end: () => void) => void;
  /** Sends an informational response. Absent when the client cannot receive any. */
  inform?: (information: InformationalResponse) => void;
}
