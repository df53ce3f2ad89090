import { dispatcherOf, withDispatcher } from './dispatcher.js';

/** A body that was written once. Written again, a form would get a new boundary. */
export interface WrittenBody {
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** The media type that `fetch` gives the body by default. */
  readonly mediaType: string | null;
}

/** Writes a body that is sent with GET or HEAD. */
export async function writtenBody(body: BodyInit | undefined): Promise<WrittenBody> {
  const response = new Response(body ?? null);
  const mediaType = response.headers.get('content-type');
  return { content: typeof body === 'string' ? body : new Uint8Array(await response.arrayBuffer()), mediaType };
}

/** A Request that has a body even with GET and HEAD. `fetch` itself sends it without the body. */
export interface RequestWithBody extends Request {
  /** Whether this request or a clone of it was copied before its body was read. The platform copies it without the body. */
  readonly isCopiedUnread: boolean;
}

/**
 * Creates the class of the requests of one call. It is created for each call, because some environments have no global Request
 * when the client is loaded, and a test may replace it.
 */
export function requestWithBody({
  content,
  mediaType,
}: WrittenBody): new (input: RequestInfo | URL, init?: RequestInit) => RequestWithBody {
  return class CarryingRequest extends Request implements RequestWithBody {
    readonly #content = new Response(content);
    readonly #clones: CarryingRequest[] = [];
    readonly #dispatcher: ReturnType<typeof dispatcherOf>;
    #signal: AbortSignal | undefined;
    #isCopied = false;

    /** A Request that a middleware has made passes `instanceof`, too. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Function.prototype[Symbol.hasInstance].call(Request, value);
    }

    constructor(input: RequestInfo | URL, { body: _, ...init }: RequestInit = {}) {
      const signal = init.signal === undefined && input instanceof Request ? input.signal : init.signal;
      super(input, Object.assign(init, { signal: signal ?? null }));
      this.#signal = signal ?? undefined;
      this.#dispatcher = dispatcherOf(init);
      if (mediaType && !this.headers.has('content-type')) this.headers.set('content-type', mediaType);
      this.#watchCopies();
    }

    /**
     * Notices copies. A copy (`new Request(request)`) listens to the internal signal of the original. Only the platform uses
     * that signal, since everyone else gets the signal of the call from the getter `signal`.
     */
    #watchCopies(): void {
      const followed = Reflect.get<Request, 'signal'>(Request.prototype, 'signal', this);
      const addEventListener: (...args: Parameters<AbortSignal['addEventListener']>) => void =
        followed.addEventListener.bind(followed);
      const watched: typeof addEventListener = (...args) => {
        this.#isCopied = true;
        addEventListener(...args);
      };
      Object.defineProperty(followed, 'addEventListener', { value: watched });
    }

    get isCopiedUnread(): boolean {
      return (this.#isCopied && !this.bodyUsed) || this.#clones.some((clone) => clone.isCopiedUnread);
    }

    override get signal(): AbortSignal {
      return (this.#signal ??= new AbortController().signal);
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
      return new Response(this.#content.body, { headers: this.headers }).formData();
    }
    override json(): Promise<unknown> {
      return this.#content.json();
    }
    override text(): Promise<string> {
      return this.#content.text();
    }
    override clone(): CarryingRequest {
      if (this.bodyUsed) throw new TypeError('A request whose body was read cannot be cloned.');
      const clone = new CarryingRequest(this, withDispatcher(this.#dispatcher));
      this.#clones.push(clone);
      return clone;
    }
  };
}
