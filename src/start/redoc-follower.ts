/** Makes Redoc's page behind a rebuild, one at a time: what a reader waits for does not wait for it. */
export class RedocFollower {
  #controller = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** Starts the work, and returns at once. A failure keeps the page of before; `npm run build` says why. */
  start(work: (signal: AbortSignal) => Promise<void>): void {
    this.#controller = new AbortController();
    this.#running = work(this.#controller.signal).catch(() => undefined);
  }

  /** Ends the work, since it has another state than the description by now. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#running;
  }
}
