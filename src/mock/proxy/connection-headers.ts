/**
 * The names of the headers that concern one connection and are not passed on (RFC 9110, section 7.6.1).
 *
 * @param connection The header `Connection` of the message, which may name more of them.
 */
export function connectionHeaders(connection = ''): string[] {
  const named = connection.split(',').map((name) => name.trim().toLowerCase());
  return [...always, ...named.filter((name) => name !== '')];
}

const always = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
