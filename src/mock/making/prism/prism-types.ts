import type { ContractMedia } from '../../../contract/body/media.js';
import type { Bundled } from './schema/generator-schema.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/** An operation as Prism reads it, with the one response that it is to make. */
export interface PrismOperation {
  id: string;
  method: string;
  path: string;
  deprecated: boolean;
  responses: [PrismResponse];
  callbacks: PrismCallback[];
  /** What references in the schemas lead to; nothing where there are none. */
  __bundled__?: Bundled;
}

/** A response as Prism reads it. */
export interface PrismResponse {
  id: string;
  code: string;
  headers: Array<{ id: string; name: string; style: 'simple'; schema: GeneratorSchema; examples: PrismExample[] }>;
  contents: PrismContent[];
}

/** A media type of a body as Prism reads it. */
export interface PrismContent {
  id: string;
  mediaType: string;
  examples: PrismExample[];
  schema?: GeneratorSchema;
  /** What the description says of it; Prism does not look at it. */
  media: ContractMedia;
}

/** An example as Prism reads it. */
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

/** A request as Prism reads it. */
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

/** Which response Prism is to make; its own choice for what is left out. */
export interface ResponseChoice {
  /** The status. */
  code?: number;
  /** The name of the example of the body. */
  exampleKey?: string;
  /** Whether the body is made at random from the schema. */
  dynamic?: boolean;
  /** What the values of such a body depend on. */
  seed?: string;
  /** Whether examples are disregarded. */
  ignoreExamples?: boolean;
}

/** The function of Prism that makes responses: the result of its own library, an error or a response. */
export type Mocker = (parts: {
  resource: PrismOperation;
  input: { data: PrismRequest; validations: [] };
  config: ResponseChoice & { dynamic: boolean };
}) => (logger: object) => { _tag: 'Left'; left: Error } | { _tag: 'Right'; right: MadeOutput };
