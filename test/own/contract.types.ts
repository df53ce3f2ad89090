/**
 * Type tests of the contract, with literals: if a field, a status code, a parameter or an operation is renamed in the
 * description, `npm run typecheck` fails here. Nothing in this file runs.
 */
import { assertType, expectTypeOf } from 'vitest';
import type { components, operations } from '../../generated/schema.js';
import type { Client, Init, Outcome } from '../../src/client/index.js';

declare const api: Client;

// The operations, and no others.
expectTypeOf<Exclude<keyof Client, 'raw' | 'with'>>().toEqualTypeOf<
  'resetPassword' | 'validatePasswordReset' | 'completePasswordReset'
>();
expectTypeOf<keyof operations>().toEqualTypeOf<'resetPassword' | 'validatePasswordReset' | 'completePasswordReset'>();

// The status codes of each operation, with their bodies.
expectTypeOf<Outcome<'resetPassword'>>().toEqualTypeOf<
  | { readonly status: 200; readonly ok: true; readonly data: { reset_token: string }; readonly response: Response }
  | { readonly status: 400; readonly ok: false; readonly response: Response }
  | { readonly status: 403; readonly ok: false; readonly response: Response }
  | { readonly status: 404; readonly ok: false; readonly response: Response }
  | { readonly status: 415; readonly ok: false; readonly response: Response }
>();
expectTypeOf<Outcome<'validatePasswordReset'>>().toEqualTypeOf<
  | { readonly status: 204; readonly ok: true; readonly response: Response }
  | { readonly status: 400; readonly ok: false; readonly response: Response }
  | { readonly status: 401; readonly ok: false; readonly response: Response }
  | { readonly status: 404; readonly ok: false; readonly response: Response }
  | { readonly status: 415; readonly ok: false; readonly response: Response }
>();
expectTypeOf<Outcome<'completePasswordReset'>>().toEqualTypeOf<
  | { readonly status: 204; readonly ok: true; readonly response: Response }
  | { readonly status: 400; readonly ok: false; readonly response: Response }
  | { readonly status: 404; readonly ok: false; readonly response: Response }
  | { readonly status: 415; readonly ok: false; readonly response: Response }
>();

// The argument and the result of each method match the description of its operation.
expectTypeOf<Init<'resetPassword'>['body']>().branded.toEqualTypeOf<{ email: string }>();
expectTypeOf<Init<'validatePasswordReset'>['body']>().branded.toEqualTypeOf<{ email: string } | string | undefined>();
expectTypeOf<Init<'validatePasswordReset'>['params']['query']>().toEqualTypeOf<{ token: string }>();
expectTypeOf<Init<'completePasswordReset'>['body']>().branded.toEqualTypeOf<{ password: string; token: string }>();
expectTypeOf<Init<'resetPassword'>>().toExtend<Parameters<Client['resetPassword']>[0]>();
expectTypeOf<Init<'validatePasswordReset'>>().toExtend<Parameters<Client['validatePasswordReset']>[0]>();
expectTypeOf<Init<'completePasswordReset'>>().toExtend<Parameters<Client['completePasswordReset']>[0]>();
export function returned(reset: Init<'resetPassword'>, complete: Init<'completePasswordReset'>): void {
  expectTypeOf(api.resetPassword({ body: reset.body })).toEqualTypeOf<Promise<Outcome<'resetPassword'>>>();
  expectTypeOf(api.validatePasswordReset({ params: { query: { token: '' } } })).toEqualTypeOf<
    Promise<Outcome<'validatePasswordReset'>>
  >();
  expectTypeOf(api.completePasswordReset({ body: complete.body })).toEqualTypeOf<Promise<Outcome<'completePasswordReset'>>>();
}

expectTypeOf<components['schemas']['ResetPasswordResponse']>().toEqualTypeOf<{ reset_token: string }>();

/** Compiles only if all status codes were handled before. */
function never(value: never): never {
  throw new Error(`No status is left: ${String(value)}`);
}

export async function narrowing(): Promise<string> {
  const result = await api.resetPassword({ body: { email: 'jweir@projectthanos.com' } });
  // @ts-expect-error Not every response has data.
  assertType(result.data);
  if (result.ok) assertType<string>(result.data.reset_token);
  // @ts-expect-error The description gives no failure a body.
  if (!result.ok) assertType(result.error);
  switch (result.status) {
    case 200:
      return result.data.reset_token;
    case 404:
      // @ts-expect-error A 404 has no data.
      assertType(result.data);
      return '';
    case 400:
    case 403:
    case 415:
      return '';
    default:
      return never(result);
  }
}

export async function aMissingStatusDoesNotCompile(): Promise<void> {
  const result = await api.completePasswordReset({ body: { password: 'thanosrocks', token: 'G7TwCq1Vkds0DLYnfAuP' } });
  switch (result.status) {
    case 204:
    case 400:
    case 404:
      return;
    default:
      // @ts-expect-error 415 has had no case.
      never(result);
  }
}

export async function anUndocumentedStatusDoesNotCompile(): Promise<void> {
  const result = await api.validatePasswordReset({ params: { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } } });
  // @ts-expect-error 403 is not documented for this operation.
  if (result.status === 403) return;
}

export async function wrongInput(): Promise<void> {
  // @ts-expect-error The body is required.
  await api.resetPassword({});
  // @ts-expect-error The email is required.
  await api.resetPassword({ body: {} });
  // @ts-expect-error The field is not in the description.
  await api.resetPassword({ body: { email: '', mail: '' } });
  // @ts-expect-error The parameter is required.
  await api.validatePasswordReset({});
  // @ts-expect-error The text holds an object with an email.
  await api.validatePasswordReset({ params: { query: { token: '' } }, body: { mail: '' } });
  // @ts-expect-error An option is misspelt.
  await api.resetPassword({ body: { email: '' }, timeout: 1000 });
}
