/** A response before the response (RFC 9110, section 15.2), such as 103 with the links that a page will need. */
export interface InformationalResponse {
  status: number;
  /** The names in lower case; a list holds the fields of one name. */
  headers: Record<string, string[]>;
}

/** The client of a request, while it waits for the response. */
export interface Client {
  /** Whether it has disconnected. */
  isGone: () => boolean;
  /** Calls a function when it disconnects before the response has left. */
  onceGone: (end: () => void) => void;
  /** Sends an informational response. Left out where the client cannot receive any. */
  inform?: (information: InformationalResponse) => void;
}
