import type { ContractMedia } from '../../../contract/body/media.js';
import type { MakingOptions } from '../prefer.js';
import type { Bundled } from './schema/generator-schema.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/** An operation in Prism's form, with only the response that Prism has to make. */
export interface PrismOperation {
  id: string;
  method: string;
  path: string;
  deprecated: boolean;
  responses: [PrismResponse];
  callbacks: PrismCallback[];
  /** The targets of the references in the schemas. Absent when there are no references. */
  __bundled__?: Bundled;
}

/** A response in Prism's form. */
export interface PrismResponse {
  id: string;
  code: string;
  headers: PrismHeader[];
  contents: PrismContent[];
}

/** A header in Prism's form. */
export interface PrismHeader {
  id: string;
  name: string;
  style: 'simple';
  examples: PrismExample[];
  schema: GeneratorSchema;
  /** The JSON Pointer to the schema in the description. Prism ignores it. */
  pointer: string;
}

/** A media type of a body in Prism's form. */
export interface PrismContent {
  id: string;
  mediaType: string;
  examples: PrismExample[];
  schema?: GeneratorSchema;
  /** The documented media type. Prism ignores this field. */
  media: ContractMedia;
}

/** An example in Prism's form. */
export interface PrismExample {
  id: string;
  key: string;
  value: unknown;
}

/** A request that Prism sends after the response (Callback Object). */
export interface PrismCallback {
  key: string;
  method: string;
  path: string;
  request: { body?: { contents: Array<Omit<PrismContent, 'media'>> } };
  responses: [];
}

/** A request in Prism's form. */
export interface PrismRequest {
  method: string;
  url: { path: string; query: Record<string, string | string[]> };
  headers: Record<string, string>;
  body?: unknown;
}

/** A response that Prism made. */
export interface MadeOutput {
  statusCode: number;
  headers: Record<string, unknown>;
  body?: unknown;
}

/** Says which response Prism has to make. Prism chooses what is left out. */
export interface ResponseChoice extends Omit<MakingOptions, 'generator'> {
  /** The status code. */
  code?: number;
  /** The name of the example for the body. */
  exampleKey?: string;
}

/** Prism's function that makes responses. It returns an `Either` of fp-ts: an error (`Left`) or a response (`Right`). */
export type Mocker = (parts: {
  resource: PrismOperation;
  input: { data: PrismRequest; validations: [] };
  config: ResponseChoice & { dynamic: boolean };
}) => (logger: object) => { _tag: 'Left'; left: Error } | { _tag: 'Right'; right: MadeOutput };
