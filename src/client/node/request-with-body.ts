/** A Request that has a body also with GET and HEAD. `fetch` itself sends it without. */
export type RequestWithBodyClass = typeof Request & {
  /** The body that the first of these requests was created with. A Request that a middleware makes from it lacks it. */
  bodyOfCall: () => Promise<string | Uint8Array<ArrayBuffer>>;
};

/**
 * Creates the class of the requests of one call. It is created late because not every environment has a global Request
 * when the client is loaded, and a test may replace it.
 */
export function requestWithBody(): RequestWithBodyClass {
  let callBody: BodyInit | null | undefined;

  return class RequestWithBody extends Request {
    readonly #content: Response;

    /** A Request that a middleware has made is one as well. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Function.prototype[Symbol.hasInstance].call(Request, value);
    }

    static async bodyOfCall(): Promise<string | Uint8Array<ArrayBuffer>> {
      if (typeof callBody === 'string') return callBody;
      // A stream can be read once, and retries read it again.
      const bytes = new Uint8Array(await new Response(callBody).arrayBuffer());
      callBody = bytes;
      return bytes;
    }

    constructor(input: RequestInfo | URL, { body, ...init }: RequestInit = {}) {
      super(input, init);
      callBody ??= body;
      this.#content = new Response(body);
      const mediaType = this.#content.headers.get('content-type');
      if (mediaType && !this.headers.has('content-type')) this.headers.set('content-type', mediaType);
    }

    override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
      return this.#content.body;
    }
    override get bodyUsed(): boolean {
      return this.#content.bodyUsed;
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      return this.#content.arrayBuffer();
    }
    override blob(): Promise<Blob> {
      return this.#content.blob();
    }
    override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
      return new Uint8Array(await this.arrayBuffer());
    }
    override formData(): Promise<FormData> {
      return this.#content.formData();
    }
    override json(): Promise<unknown> {
      return this.#content.json();
    }
    override text(): Promise<string> {
      return this.#content.text();
    }
    override clone(): RequestWithBody {
      return new RequestWithBody(this, { body: this.#content.clone().body });
    }
  };
}
