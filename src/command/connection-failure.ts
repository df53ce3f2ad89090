import { systemError } from './system-error.js';
/**
 * Says in a few words why a server gave no response. The words end a sentence: "no response: …".
 *
 * @param error The error that Node's HTTP client threw.
 */
export function connectionFailure(error: unknown): string {
  const { code = '', name, message } = systemError(error);
  switch (code) {
    case 'ECONNREFUSED':
      return 'the connection was refused';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the host is not known';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'the connection was cut off before the response ended';
    case 'ETIMEDOUT':
      return 'the server did not respond in time';
  }
  if (name === 'TimeoutError') return 'the server did not respond in time';
  if (code.startsWith('HPE_')) return `it is not valid HTTP (${code})`;
  // Node has a separate code for each problem with a certificate.
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER|EPROTO/.test(code)) return `the TLS connection failed (${code})`;
  return code === '' ? message : `the connection failed (${code})`;
}
