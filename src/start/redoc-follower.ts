/** Makes Redoc's page after a rebuild, in the background, so that the other outputs need not wait for it. Makes one at a time. */
export class RedocFollower {
  #controller = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** Starts the work, and returns at once. After a failure the previous page stays; `npm run build` reports the reason. */
  start(work: (signal: AbortSignal) => Promise<void>): void {
    this.#controller = new AbortController();
    this.#running = work(this.#controller.signal).catch(() => undefined);
  }

  /** Stops the work, since the description has changed since it started. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#running;
  }
}
