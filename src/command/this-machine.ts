/** Whether a host, as a URL or a flag names it, is this machine by its name or its address. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}
