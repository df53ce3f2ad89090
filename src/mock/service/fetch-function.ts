/** A function that responds to a request as the global `fetch` does. */
export type Fetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
