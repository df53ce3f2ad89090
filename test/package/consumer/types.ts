// TypeScript of a consumer: each export of the package, with its types.
import {
  AbortError,
  ClientError,
  ConnectionError,
  TimeoutError,
  UndocumentedStatusError,
  UnreadableBodyError,
  UnsupportedBodyError,
  createClient,
  type CallOptions,
  type Client,
  type ClientDescription,
  type ClientOf,
  type ClientOperation,
  type ClientOptions,
  type ClientWith,
  type CreateClient,
  type Init,
  type OperationInit,
  type OperationMethod,
  type OperationOutcome,
  type Outcome,
  type RawClient,
  type SharedOptions,
  type TypedOperation,
} from '@projectthanos/password-reset';
import { startMock, type Mock, type MockOptions } from '@projectthanos/password-reset/mock';
import { resetPassword } from '@projectthanos/password-reset/operations';
import type { components, operations, paths } from '@projectthanos/password-reset/schema';

const options: ClientOptions & SharedOptions = {
  baseUrl: 'http://127.0.0.1:4010',
  token: async () => 'abc',
  timeoutMs: 5000,
  retries: 2,
};
export const api: Client & RawClient<paths> = createClient(options);
export const make: CreateClient = createClient;

export async function reset(email: components['schemas']['ResetPasswordRequest']['email'], call: CallOptions): Promise<string> {
  const init: Init<'resetPassword'> & OperationInit<operations['resetPassword']> = { ...call, body: { email } };
  const result: Outcome<'resetPassword'> & OperationOutcome<operations['resetPassword']> = await api.resetPassword(init);
  switch (result.status) {
    case 200:
      return result.data.reset_token;
    case 400:
    case 403:
    case 404:
    case 415:
      return String(result.response.status);
    default: {
      const nothing: never = result;
      return nothing;
    }
  }
}

/** A client of single operations has only these. */
const constant: TypedOperation<Client['resetPassword']> = resetPassword;
const single: ClientWith<{ resetPassword: typeof resetPassword; again: typeof constant }> = createClient({
  operations: { resetPassword, again: constant },
});
export const codes: Array<Promise<200 | 400 | 403 | 404 | 415>> = [single.resetPassword, single.again].map(async (call) => {
  const result = await call({ body: { email: 'a@b.c' } });
  return result.status;
});
// @ts-expect-error The operation was not given.
export const missing: unknown = single.completePasswordReset;
// @ts-expect-error The body is that of the description.
export const wrong: unknown = single.resetPassword({ body: { name: 'a' } });

export const method: OperationMethod<operations['completePasswordReset']> = api.completePasswordReset;

/** The types of an error, narrowed by class and by name. */
export function reason(error: unknown): string | number | undefined {
  if (error instanceof UndocumentedStatusError || error instanceof UnreadableBodyError) return error.status;
  if (error instanceof TimeoutError) return error.timeoutMs;
  if (error instanceof AbortError || error instanceof ConnectionError || error instanceof UnsupportedBodyError) return error.path;
  return error instanceof ClientError ? error.operationId : undefined;
}

const operation: ClientOperation = { method: 'GET', path: '/things', responses: { 200: ['application/json'] } };
const other: ClientDescription = { baseUrl: 'https://things.example', operations: { things: operation } };
interface Others {
  things: {
    parameters: object;
    responses: {
      200: { content: { 'application/json': string[] } };
      409: { content: { 'application/problem+json': { title: string } } };
      503: { content?: never };
    };
  };
}
export const things: ClientOf<Others, object> = createClient<Others>({ ...other, retries: 1 });

/** JSON bodies of errors are typed like those of successes. */
export async function listed(): Promise<string[]> {
  const result = await things.things();
  if (result.ok) return result.data;
  if (result.status === 409) return [result.error.title];
  // @ts-expect-error No body is documented for this status.
  return [result.error];
}

export async function mocked(mockOptions: MockOptions): Promise<string> {
  const mock: Mock = await startMock(mockOptions);
  await mock.close();
  return mock.url;
}
