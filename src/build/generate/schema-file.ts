import { createRequire } from 'node:module';
import { isJson, isText } from '../../description/media-types.js';
import { resolve } from '../../description/resolve.js';
import {
  methods,
  type Description,
  type MediaType,
  type RequestBody,
  type Response,
  type Schema,
} from '../../description/types.js';
import { jsonInText } from './json-in-text.js';
import { addWordsOfReferences } from './words-of-references.js';

// To import a CommonJS module, Node first searches its text for the names it exports: half a second for the compiler
// that this one loads. To require it is to do without.
const {
  default: openapiTypeScript,
  astToString,
  COMMENT_HEADER,
} = createRequire(import.meta.url)('openapi-typescript') as typeof import('openapi-typescript');
const { factory } = createRequire(import.meta.url)('typescript') as typeof import('typescript');

const blob: Schema = { type: 'string', format: 'binary' };

/**
 * Prints the TypeScript types of a bundled description: `paths`, `operations`, `components`.
 *
 * The types of bodies are those of the client: text that is documented to hold JSON is taken as what it holds, or as
 * the string itself; a binary body is a Blob.
 *
 * @returns The text of a declaration file.
 * @throws Error when openapi-typescript refuses the description.
 */
export async function renderTypes(description: Description): Promise<string> {
  // It edits what it is given, so it gets a copy; and as text, the one form that its type admits besides its own.
  const copy = withClientBodies(structuredClone(description));
  addWordsOfReferences(copy);
  const text = JSON.stringify({ ...copy, openapi: readVersion(description.openapi) }, withoutExamplesElsewhere);
  const nodes = await openapiTypeScript(text, {
    silent: true,
    transform: ({ format }) => (format === 'binary' ? factory.createTypeReferenceNode('Blob') : undefined),
  });
  return `${COMMENT_HEADER}${astToString(nodes)}`;
}

/** openapi-typescript would fetch an example that stands elsewhere, and needs none. */
function withoutExamplesElsewhere(key: string, value: unknown): unknown {
  return key === 'externalValue' && typeof value === 'string' ? undefined : value;
}

/** The newest version that openapi-typescript reads; the later ones only add to it. */
function readVersion(version: string): string {
  return version.startsWith('3.2') ? '3.1.1' : version;
}

/** Changes the schemas of the bodies to what the client takes and returns for them. */
function withClientBodies(description: Description): Description {
  for (const reference of Object.values(description.paths ?? {})) {
    const item = resolve(description, reference);
    for (const operation of methods.flatMap((method) => item[method] ?? [])) {
      if (operation.requestBody) changeRequest(description, resolve(description, operation.requestBody));
      for (const response of Object.values(operation.responses ?? {})) {
        changeBinaries(resolve<Response>(description, response).content);
      }
    }
  }
  return description;
}

function changeRequest(description: Description, { content }: RequestBody): void {
  changeBinaries(content);
  for (const [mediaType, media] of Object.entries(content)) {
    const held = isJson(mediaType) ? undefined : jsonInText(description, media);
    if (held) media.schema = { oneOf: [held, { type: 'string' }] };
  }
}

function changeBinaries(content: Record<string, MediaType> = {}): void {
  for (const [mediaType, media] of Object.entries(content)) {
    const isForm = /^multipart\/|\*\/\*|^text\/\*/i.test(mediaType);
    if (!isForm && !isJson(mediaType) && !isText(mediaType)) media.schema = blob;
  }
}
