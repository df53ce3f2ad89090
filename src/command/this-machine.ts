/** Whether a host from a URL or a flag is this machine: `localhost` or a loopback address. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}
