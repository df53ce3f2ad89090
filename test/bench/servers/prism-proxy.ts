import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { walkOn } from '../../own/verify/faulty-walk.js';
import { startRecorder, type Recorder } from '../../build/samples/recorder.js';
import { root } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';

/** Prism's own proxy. It compares its reports on a server with those on the same server without a fault. */
export class PrismProxy {
  readonly #upstream: string;
  #child: ChildProcess | undefined;
  #recorder: Recorder | undefined;
  #usual = new Set<string>();

  private constructor(upstream: string) {
    this.#upstream = upstream;
  }

  /** Starts it in front of a server without a fault. */
  static async start(upstream: string): Promise<PrismProxy> {
    const proxy = new PrismProxy(upstream);
    await proxy.#restart();
    proxy.#usual = await proxy.#said();
    return proxy;
  }

  /** Whether its reports differ from those at the start. If its process has ended, it reports nothing. */
  async names(): Promise<boolean> {
    const said = await this.#said();
    if (this.#child?.exitCode !== null) await this.#restart();
    return [...said].some((one) => !this.#usual.has(one));
  }

  close(): void {
    this.#child?.kill();
    this.#recorder?.close();
  }

  async #restart(): Promise<void> {
    this.close();
    const port = await freePort();
    const args = ['proxy', 'generated/openapi.yaml', this.#upstream, '--port', String(port)];
    this.#child = spawn(`${root}node_modules/.bin/prism`, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    while (!output.includes('is listening')) output += String((await once(this.#child.stdout!, 'data'))[0]);
    this.#child.stdout?.resume();
    this.#recorder = await startRecorder(`http://127.0.0.1:${port}`);
  }

  /** Its reports on the responses of a check through the proxy. */
  async #said(): Promise<Set<string>> {
    await walkOn(this.#recorder!.url, 2000);
    const exchanges = this.#recorder!.take();
    return new Set(
      exchanges.flatMap(({ method, url, received }) => {
        const violations = JSON.parse(received?.headers['sl-violations'] ?? '[]') as Array<{
          location: string[];
          message: string;
        }>;
        const ofResponse = violations.filter(({ location }) => location[0] === 'response');
        return ofResponse.map(({ location, message }) => `${method} ${url.split('?')[0]} ${location.join('.')} ${message}`);
      }),
    );
  }
}
