// TypeScript of a consumer that uses the generated files of another description: its methods and their types.
import { createClient } from '@projectthanos/password-reset';
import { description, type Operations } from './another/operations.js';
import type { components, paths } from './another/schema.js';

const library = createClient<Operations, paths>({ ...description, token: 'abc' });

export async function titles(tag: string): Promise<string[]> {
  const result = await library.listBooks({ params: { query: { tag: [tag], state: 'free' } } });
  return result.ok ? result.data.map(({ title }) => title ?? '') : [result.error.title ?? ''];
}

export async function add(book: components['schemas']['Book']): Promise<number> {
  const result = await library['add-book']({ body: book, headers: { 'Content-Type': 'application/json' } });
  return result.status;
}

// @ts-expect-error The description allows no such state.
export const wrong = library.listBooks({ params: { query: { state: 'burnt' } } });
