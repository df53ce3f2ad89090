import { isJson } from '../../../../description/media-types.js';
import { jsonBlock } from '../json-text.js';
import { writeJson } from '../../../../description/write-json.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { follow, textOf, type Fields } from '../read.js';
import type { Shapes } from '../schema/shape/shape.js';

/** An example of a body, a parameter or a header (Example Object). */
export interface Example {
  /** The key in `examples`; empty for an example without a key. */
  name: string;
  summary: string;
  /** Markdown. */
  description: string;
  /** The value; `undefined` when the description does not contain it. */
  value: unknown;
  /** The serialized form in a message, if the description gives one. */
  serialized: string | undefined;
  /** The URL of an example outside the description. */
  href: string | undefined;
}

/** Lists the examples of a media type, a parameter or a header: its own, else those of its schema. */
export function examplesOf(shapes: Shapes, holder: Fields): Example[] {
  const { description } = shapes;
  const named = Object.entries(follow(description, holder.examples)).flatMap(([name, value]) =>
    isObject(value) ? [exampleOf(name, follow(description, value))] : [],
  );
  if (named.length > 0) return named;
  if ('example' in holder) return [bare(holder.example)];
  const { keywords } = shapes.of(holder.schema);
  return [...(keywords.has('example') ? [keywords.get('example')] : []), ...listOf(keywords.get('examples'))].map(bare);
}

function exampleOf(name: string, example: Fields): Example {
  const { summary, description, dataValue, externalValue } = example;
  const serializedValue = example.serializedValue ?? example['x-serializedValue'];
  return {
    name,
    summary: textOf(summary),
    description: textOf(description),
    value: 'value' in example ? example.value : dataValue,
    serialized: typeof serializedValue === 'string' ? serializedValue : undefined,
    href: textOf(externalValue) || undefined,
  };
}

function bare(value: unknown): Example {
  return { name: '', summary: '', description: '', value, serialized: undefined, href: undefined };
}

/** An example as a block of text, or a link to it. */
export interface ShownExample {
  /** Its name on the page; empty for an only example. */
  label: string;
  /** Its summary and description, as Markdown. */
  words: string;
  /** The text of the block; empty when the description does not contain the value. */
  text: string;
  /** The language of the text, for the highlighter. */
  language: string;
  href: string | undefined;
}

/**
 * Lists the examples of a body for the panel.
 *
 * @param isOnly Whether the body has only this media type. Then the labels do not name it.
 */
export function shownExamples(shapes: Shapes, mediaType: string, media: unknown, isOnly: boolean): ShownExample[] {
  const all = examplesOf(shapes, objectOf(media));
  return all.map((example): ShownExample => {
    // Readers need no name to choose an only example.
    const label = [isOnly ? '' : mediaType, all.length > 1 || !isOnly ? example.name : ''].filter(Boolean).join(', ');
    const text = example.serialized ?? exampleBlock(mediaType, example.value);
    const isEmpty = text === '' && example.value === '';
    const words = [example.summary, example.description, isEmpty && '(empty)', ...serializedBeside(example)]
      .filter(Boolean)
      .join('\n\n');
    return { label, words, text, language: languageOf(text), href: example.href };
  });
}

/** When the serialized form differs from JSON, the docs show both the serialized form and the value. */
export function serializedBeside({ serialized, value }: Example): string[] {
  if (serialized === undefined || value === undefined) return [];
  const text = typeof value === 'string' ? value : writeJson(value);
  return text.replaceAll(/\s/g, '') === serialized.replaceAll(/\s/g, '') ? [] : [`Means \`${text.replaceAll('`', "'")}\``];
}

function exampleBlock(mediaType: string, value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return writeJson(value, 2);
  // A string in JSON has quotes. In other media types it is sent unchanged.
  return isJson(mediaType) && !/^\s*[[{]/.test(value) ? writeJson(value) : jsonBlock(value);
}

export function languageOf(text: string): string {
  return /^\s*[[{"]/.test(text) ? 'json' : 'plain';
}
