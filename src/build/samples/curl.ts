import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';
import { shellCommand, shellWord } from './shell.js';

/** Prints a curl command; `-i` shows the status before the body. */
export function curl(request: SampleRequest): string {
  const { method, headers, body } = request;
  return shellCommand([
    `curl -i -X ${method} ${shellWord(fullUrl(request))}`,
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    // -d would read a file where the text begins with an @.
    ...(body ? [`${body.text.startsWith('@') ? '--data-raw' : '-d'} ${shellWord(body.text)}`] : []),
  ]);
}
