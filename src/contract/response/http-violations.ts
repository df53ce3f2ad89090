import { httpDate, token } from '../message/field.js';
import { violation, warning, type Violation } from '../message/violation.js';
import type { ReceivedHead } from './received-head.js';

/** Headers that a status code requires. If the standard only recommends a header (`isOptional`), a missing one is a warning. */
const asked: Array<{ statuses: number[]; name: string; section: string; isOptional?: true }> = [
  { statuses: [206], name: 'content-range', section: '15.3.7' },
  { statuses: [301, 302, 303, 307, 308], name: 'location', section: '15.4', isOptional: true },
  { statuses: [405], name: 'allow', section: '15.5.6' },
  { statuses: [407], name: 'proxy-authenticate', section: '15.5.8' },
  { statuses: [416], name: 'content-range', section: '15.5.17', isOptional: true },
  { statuses: [426], name: 'upgrade', section: '15.5.22' },
];

const reference = /^[\w!#$%&'()*+,./:;=?@[\]~-]*$/;

/** The syntax of headers that many servers get wrong, and the section that defines it. */
const forms: Array<{ name: string; form: RegExp; what: string; section: string }> = [
  { name: 'age', form: /^\d+$/, what: 'a number of seconds', section: 'RFC 9111, section 5.1' },
  {
    name: 'allow',
    form: new RegExp(`^(${token}\\s*(,\\s*${token}\\s*)*)?$`),
    what: 'a list of methods',
    section: 'RFC 9110, section 10.2.1',
  },
  { name: 'content-location', form: reference, what: 'an encoded URL', section: 'RFC 9110, section 8.7' },
  { name: 'date', form: httpDate, what: 'a date of HTTP', section: 'RFC 9110, section 5.6.7' },
  { name: 'etag', form: /^(W\/)?"[^"\s]*"$/, what: 'in quotes', section: 'RFC 9110, section 8.8.3' },
  { name: 'last-modified', form: httpDate, what: 'a date of HTTP', section: 'RFC 9110, section 5.6.7' },
  { name: 'link', form: /^\s*(<[^<>\s]*>.*)?$/, what: 'a list of links, each in <>', section: 'RFC 8288, section 3' },
  { name: 'location', form: reference, what: 'an encoded URL', section: 'RFC 9110, section 10.2.2' },
  {
    name: 'retry-after',
    form: new RegExp(`^\\d+$|${httpDate.source}`),
    what: 'a number of seconds or a date of HTTP',
    section: 'RFC 9110, section 10.2.3',
  },
];

/**
 * Checks a response against HTTP itself: the headers that its status code requires, duplicate headers, and the syntax of
 * headers. Other modules check its challenge, and bytes after its end.
 */
export function httpViolations({ status, headers, setCookies, repeated }: ReceivedHead): Violation[] {
  return [
    ...repeated.map((name) => violation(['header', name], 'repeated', 'stands twice, with two values (RFC 9110, section 5.3).')),
    ...askedViolations(status, headers),
    ...contentViolations(status, headers),
    ...formViolations(headers),
    ...setCookies.flatMap(cookieViolations),
  ];
}

function askedViolations(status: number, headers: ReceivedHead['headers']): Violation[] {
  return asked
    .filter(({ statuses, name }) => statuses.includes(status) && headers[name] === undefined)
    .filter(() => !/^multipart\/byteranges\b/i.test(headers['content-type'] ?? ''))
    .map(({ name, section, isOptional }) =>
      (isOptional ? warning : violation)(
        ['header', name],
        'required',
        `is missing: a ${status} ${isOptional ? 'should have' : 'has'} one (RFC 9110, section ${section}).`,
      ),
    );
}

/** A 204 must not announce content. A Content-Length of 0 is harmless. */
function contentViolations(status: number, headers: ReceivedHead['headers']): Violation[] {
  if (status !== 204) return [];
  const name = headers['transfer-encoding'] !== undefined ? 'transfer-encoding' : 'content-length';
  if (Number(headers[name] ?? 0) === 0) return [];
  return [violation(['header', name], 'no-content', 'says that content follows, and a 204 has none (RFC 9110, section 8.6).')];
}

function formViolations(headers: ReceivedHead['headers']): Violation[] {
  const found: Violation[] = [];
  for (const { name, form, what, section } of forms) {
    const value = headers[name];
    if (value !== undefined && !form.test(value)) found.push(warning(['header', name], 'form', `must be ${what} (${section}).`));
  }
  return found;
}

function cookieViolations(field: string): Violation[] {
  const [pair = '', ...rest] = field.split(';');
  const attributes = new Map(rest.map((one) => [one.trim().split('=')[0]?.toLowerCase(), one.split('=')[1]?.trim()]));
  const expires = attributes.get('expires');
  const isInsecure = attributes.get('samesite')?.toLowerCase() === 'none' && !attributes.has('secure');
  const say = (what: string): Violation => warning(['header', 'set-cookie'], 'form', what);
  return [
    ...(new RegExp(`^\\s*${token}=`).test(pair) ? [] : [say('must begin with a name, "=" and a value (RFC 6265, section 4.1).')]),
    ...(expires !== undefined && Number.isNaN(Date.parse(expires))
      ? [say('must have a date of HTTP in "Expires" (RFC 6265, section 4.1).')]
      : []),
    ...(isInsecure ? [say('has "SameSite=None" without "Secure": browsers drop the cookie.')] : []),
  ];
}
