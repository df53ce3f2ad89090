import { expect, it } from 'vitest';
import { verified, type Respond } from './any-server.js';

const of = (operationId: string, more: object = {}): object => ({
  operationId,
  responses: { 204: { description: 'Done' } },
  ...more,
});
const requestBody = { content: { 'text/plain': { examples: { one: { value: '1' }, two: { value: '2' } } } } };
const responses = { 204: { description: 'Done', 'x-microcks-refs': ['one', 'two'] } };
const safe = { '/a': { get: of('a') } };
const all = { '/a': { get: of('a'), post: of('b') }, '/c': { get: of('c', { requestBody, responses }) } };
const elsewhere = '0.0.0.0';

it.for<[host: string, mayChange: boolean, invalid: boolean, paths: object, question: string | undefined]>([
  ['127.0.0.1', false, false, all, undefined],
  ['127.0.0.1', false, true, all, undefined],
  [elsewhere, true, true, all, undefined],
  [elsewhere, false, false, safe, undefined],
  [elsewhere, false, true, safe, ', and invalid requests are sent to each:\n  a: GET /a\nSend them?'],
  [elsewhere, false, false, all, ':\n  b: POST /a\n  c: GET /c\nSend them?'],
  [elsewhere, false, true, all, ', and invalid requests are sent to each:\n  a: GET /a\n  b: POST /a\n  c: GET /c\nSend them?'],
])(
  'of %s (--yes: %s, --invalid: %s) it is asked what may be sent (%#)',
  async ([host, mayChange, invalid, paths, question], context) => {
    for (const isConfirmed of [true, false]) {
      const questions: string[] = [];
      const asked: Array<string | undefined> = [];
      const respond: Respond = ({ method }, server) => {
        asked.push(method);
        return server.writeHead(204).end();
      };
      const confirm = (one: string): boolean => {
        questions.push(one);
        return isConfirmed;
      };
      const { kept, text } = await verified(context, { description: { paths } }, respond, {
        ...{ host, mayChange, confirm },
        ...(invalid && { invalid }),
      });
      expect(questions).toEqual(question === undefined ? [] : [`These may change something on http://server${question}`]);
      const isSent = isConfirmed || question === undefined;
      // The server takes what is invalid, too.
      expect(kept).toBe(isSent ? !invalid : 'What may change something was not sent: confirm it, or give --yes.');
      expect(asked).toContain('GET');
      expect(asked.includes('POST')).toBe(isSent && (invalid || paths === all));
      expect(text.includes('\nInvalid requests, other methods, and each success once more:\n')).toBe(isSent && invalid);
    }
  },
);
