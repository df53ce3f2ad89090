import { parseJson, readBody, type Body } from '../exchange/body.js';
import { validatorFor, type BodyValidator } from '../operations/body-validators.js';
import type { MockOperation } from '../operations/operations.js';
import { without } from '../exchange/headers.js';
import { diagnose, type IHttpRequest, type PrismDiagnostic } from '../prism/prism.js';
import type { MockRequest } from '../exchange/request.js';
import { violation, type Violation } from '../exchange/violation.js';

/** What became of a request when it was measured by the description. */
export interface Validated {
  violations: Violation[];
  /** The body, where the request has one that the operation takes. */
  body?: ReadBody;
}

/** A body that could be read, and what it is by the description. */
export interface ReadBody {
  /** The media type that the description gives, wildcards included. */
  mediaType: string;
  /** Its JSON, also where it is text that holds JSON; the text itself for anything else. */
  value: unknown;
}

/**
 * Measures the parameters and the body of a request by its operation. Security is not looked at.
 *
 * @param operation The operation that the request goes to.
 * @param request The request.
 */
export async function validateRequest(operation: MockOperation, request: MockRequest): Promise<Validated> {
  const { bodyValidators, requiresBody } = operation;
  if (request.body.length === 0) {
    const missing = requiresBody ? [violation('body', 'required', 'is required.')] : [];
    return { violations: [...missing, ...(await parameterViolations(operation, request))] };
  }
  const body = readBody(request.body, request.headers);
  const validator = validatorFor(bodyValidators, body.mediaType);
  if (!validator || body.violations.length > 0) {
    // The first thing to mend is the media type: what cannot be read for another reason may be read then.
    const unfit = validator ? body.violations : [mediaTypeViolation(bodyValidators, body.mediaType)];
    return { violations: [...unfit, ...(await parameterViolations(operation, request))] };
  }
  const content = await contentOf(validator, body, request);
  const found = await bodyAndParameterViolations(validator, request, body, content?.value);
  const violations = content?.violations.length
    ? [...content.violations, ...found.filter(({ location }) => !isBody(location))]
    : found;
  return { violations, body: { mediaType: validator.mediaType, value: content?.value ?? body.value ?? body.text } };
}

/** What a body holds that is not JSON itself: a form, or JSON as text. */
async function contentOf(
  { readForm, holdsJson }: BodyValidator,
  { text = '' }: Body,
  { headers, body }: MockRequest,
): Promise<ReturnType<typeof parseJson> | undefined> {
  if (holdsJson) return parseJson(text);
  if (!readForm) return undefined;
  const value = await readForm(body, headers['content-type'] ?? '');
  return { value, violations: value ? [] : [violation('body', 'format', 'cannot be read as its media type.')] };
}

function mediaTypeViolation(validators: BodyValidator[], mediaType: string | undefined): Violation {
  const taken = validators.map((one) => one.mediaType).join(' or ');
  if (taken === '') return violation('body', 'media-type', 'is not described for this operation: send none.');
  const given = mediaType ? `not ${mediaType}` : 'and it is missing or no media type';
  return violation('header.content-type', 'media-type', `must be ${taken}, ${given}.`);
}

async function parameterViolations({ bodiless }: MockOperation, request: MockRequest): Promise<Violation[]> {
  if (Object.keys(bodiless.request ?? {}).length === 0) return [];
  return (await diagnoseSafely(bodiless, request)).map(explain);
}

async function bodyAndParameterViolations(
  validator: BodyValidator,
  request: MockRequest,
  body: Body,
  content: unknown,
): Promise<Violation[]> {
  const { operation, wrap } = validator;
  const found = await diagnoseSafely(operation, request, wrap(body, content));
  // What the content of a text breaks says more than what the text breaks, such as a pattern.
  const inContent = found.some(({ path }) => path?.[0] === 'body' && path[1] === 'content');
  return found.filter(({ path }) => !(inContent && path?.[0] === 'body' && path[1] === 'body')).map(explain);
}

/** What a validator throws on is nothing that the description describes. */
async function diagnoseSafely(
  operation: MockOperation['prism'],
  request: MockRequest,
  body?: unknown,
): Promise<PrismDiagnostic[]> {
  const { url, ...rest } = prismRequest(request);
  // Prism takes the commas of a path for lists, also where the description does not.
  const path = operation.path.includes(',') ? url.path : url.path.replaceAll(',', '%2C');
  try {
    return await diagnose(operation, { ...rest, url: { ...url, path }, body });
  } catch {
    const what = body === undefined ? 'request' : 'body';
    return [{ path: [what], code: 'format', message: 'cannot be read as it is described.' }];
  }
}

/** The request as Prism is to see it: what it says about its body is dealt with here. */
export function prismRequest({ method, path, query, headers }: MockRequest): IHttpRequest {
  const shown = without(headers, 'content-length', 'transfer-encoding', 'content-type');
  return {
    method: method.toLowerCase() as IHttpRequest['method'],
    url: { path, query },
    headers: shown as Record<string, string>,
  };
}

function explain({ path = [], code, message }: PrismDiagnostic): Violation {
  const [place = 'request', ...inner] = path;
  // Prism begins its messages with the place, in words that it takes from the path.
  const words =
    inner.length > 0
      ? `Request ${place} ${place === 'body' ? 'property' : 'parameter'} ${inner.join('.').trim()} `
      : `Request ${place} `;
  const sentence = message.startsWith(words) ? message.slice(words.length) : message;
  const steps = [place, ...(place === 'body' ? inner.slice(1) : inner)];
  const missing = code === 'required' ? /^must have required property '(.*)'$/s.exec(sentence)?.[1] : undefined;
  if (missing !== undefined) return violation([...steps, missing].join('.'), 'required', 'is required.');
  return violation(steps.join('.'), String(code ?? 'invalid'), `${sentence.replace(/\.$/, '')}.`);
}

function isBody(location: string): boolean {
  return location === 'body' || location.startsWith('body.');
}
