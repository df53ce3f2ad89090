/** The most bytes that a body may have: far more than a request to an API takes, far less than memory. */
export const mostBytes: number = 1024 * 1024;
