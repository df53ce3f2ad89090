import { parseJson, readBody, type Body } from '../message/body.js';
import { validatorFor, type BodyValidator } from './body-validators.js';
import type { MockOperation } from '../operations.js';
import { without } from '../message/headers.js';
import { explain } from '../schema/explain.js';
import { diagnose, type IHttpRequest, type PrismDiagnostic, type PrismOperation } from '../../mock/making/prism/prism.js';
import { TimeLimitError, withinTime } from '../schema/time-limit.js';
import type { MockRequest } from '../message/request.js';
import { violation, warning, type Violation } from '../message/violation.js';
import { mostBytes } from '../message/limits.js';

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

/** What a proxy says of a body that it passes on while it comes. */
const unchecked = warning(['body'], 'unchecked', `could not be validated: it is larger than ${mostBytes} bytes.`);

/** The longest that validating a request may take, in milliseconds. */
const longest = 1000;

/** A body of this many bytes is validated in no time, unless a pattern backtracks. */
const small = 4096;

/**
 * Measures the parameters and the body of a request by its operation. Security is not looked at.
 *
 * @param operation The operation that the request goes to.
 * @param request The request.
 */
export async function validateRequest(operation: MockOperation, request: MockRequest): Promise<Validated> {
  const { bodyValidators, requiresBody } = operation;
  if (request.rest) return { violations: [unchecked, ...parameterViolations(operation, request)] };
  if (request.body.length === 0) {
    const missing = requiresBody ? [violation(['body'], 'required', 'is required.')] : [];
    return { violations: [...missing, ...parameterViolations(operation, request)] };
  }
  const body = readBody(request.body, request.headers);
  const validator = validatorFor(bodyValidators, body.mediaType);
  if (!validator || body.violations.length > 0) {
    // The first thing to fix is the media type: what cannot be read for another reason may be read then.
    const unfit = validator ? body.violations : [mediaTypeViolation(bodyValidators, body.mediaType)];
    return { violations: [...unfit, ...parameterViolations(operation, request)] };
  }
  const content = await Promise.resolve(contentOf(validator, body, request));
  const isUnreadable = content !== undefined && content.violations.length > 0;
  const ofBody = isUnreadable
    ? content.violations
    : bodyViolations(operation, validator, request.body.length, validator.wrap(body, content?.value));
  const violations = [...ofBody, ...parameterViolations(operation, request)];
  return { violations, body: { mediaType: validator.mediaType, value: content?.value ?? body.value ?? body.text } };
}

/** What a body holds that is not JSON itself: a form, or JSON as text. */
function contentOf(
  { readForm, holdsJson }: BodyValidator,
  { text = '' }: Body,
  { headers, body }: MockRequest,
): ReturnType<typeof parseJson> | undefined {
  if (holdsJson) return parseJson(text);
  if (!readForm) return undefined;
  const form = readForm(body, headers['content-type'] ?? '');
  return form ?? { value: undefined, violations: [violation(['body'], 'format', 'cannot be read as its media type.')] };
}

function mediaTypeViolation(validators: BodyValidator[], mediaType: string | undefined): Violation {
  const documented = validators.map((one) => one.mediaType).join(' or ');
  if (documented === '') return violation(['body'], 'media-type', 'is not documented for this operation: send none.');
  const given = mediaType ? `not ${mediaType}` : 'and it is missing or no media type';
  return violation(['header', 'content-type'], 'media-type', `must be ${documented}, ${given}.`);
}

function parameterViolations({ bodiless, isSlowToValidate }: MockOperation, request: MockRequest): Violation[] {
  if (Object.keys(bodiless.request ?? {}).length === 0) return [];
  const shown = requestForPrism(request, bodiless);
  const empty = { ...shown, url: { ...shown.url, query: {} }, headers: {} };
  const check = { place: 'request', validator: bodiless, run: diagnose.bind(undefined, bodiless) };
  return diagnoseSafely(check, shown, empty, isSlowToValidate).map((one) => explain('Request', one));
}

function bodyViolations(operation: MockOperation, validator: BodyValidator, size: number, body: unknown): Violation[] {
  const isLimited = operation.isSlowToValidate || size > small;
  const found = diagnoseSafely({ place: 'body', validator, run: validator.diagnose }, body, {}, isLimited);
  // What the content of a text breaks says more than what the text breaks, such as a pattern.
  const isInContent = found.some(({ path }) => path?.[1] === 'content');
  return found
    .filter(({ path }) => !(isInContent && path?.[1] === 'body'))
    .map((one) => explain('Request', one, { isWrapped: true }));
}

/** Something to be validated, and what it is validated by. */
interface Check<T> {
  place: string;
  validator: object;
  run: (value: T) => PrismDiagnostic[];
}

/** Validators that are compiled, which may take longer than validating ever does. */
const compiled = new WeakSet<object>();

function diagnoseSafely<T>({ place, validator, run }: Check<T>, value: T, empty: T, isLimited: boolean): PrismDiagnostic[] {
  try {
    if (!isLimited) return run(value);
    if (!compiled.has(validator)) run(empty);
    compiled.add(validator);
    return withinTime(longest, () => run(value));
  } catch (error) {
    if (error instanceof TimeLimitError) {
      return [{ path: [place], code: 'time', message: `takes longer than ${longest} ms to validate: send less.` }];
    }
    // What a validator throws on is nothing that the description documents.
    return [{ path: [place], code: 'format', message: 'cannot be read as it is documented.' }];
  }
}

/** The request as Prism is to see it: what it says about its body is dealt with here. */
export function requestForPrism({ method, path, query, headers }: MockRequest, operation?: PrismOperation): IHttpRequest {
  const shown = without(headers, 'content-length', 'transfer-encoding', 'content-type');
  // Prism takes the commas of a path for lists, also where the description does not.
  const isPlain = operation?.path.includes(',') ?? true;
  return {
    method: method.toLowerCase() as IHttpRequest['method'],
    url: { path: isPlain ? path : path.replaceAll(',', '%2C'), query },
    headers: shown as Record<string, string>,
  };
}
