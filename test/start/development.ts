import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { copyProject } from '../support/project.js';
import { Service } from '../support/service.js';

/** A copy of the project in which `npm run dev` runs. */
export class Development {
  private constructor(
    /** The directory of the copy. */
    readonly project: string,
    readonly service: Service,
    readonly mockUrl: string,
    readonly docsUrl: string,
  ) {}

  /**
   * Starts it. When this function returns, it is waiting for changes.
   *
   * @param copy The copy to run in. Default: a new copy without outputs.
   */
  static async start(context: Pick<TestContext, 'onTestFinished'>, copy?: string): Promise<Development> {
    const project = copy ?? (await copyProject(context));
    const env = { MOCK_PORT: '0', DOCS_PORT: '0' };
    const service = Service.start(context, 'src/start/main.ts', ['--watch'], { cwd: project, env });
    const [, mock = '', docs = ''] = await service.says(
      /Mock {2}(\S+)\nDocs {2}(\S+)\n[\s\S]*Watching openapi\/ for changes\.\n/,
    );
    return new Development(project, service, mock, docs);
  }

  /** The absolute path of a file in the copy. */
  path(file: string): string {
    return join(this.project, file);
  }

  /** The text of a file in the copy. */
  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  /** Makes a change, and waits for the expected output. */
  async reported(change: () => Promise<unknown>, expected: RegExp): Promise<string> {
    const before = this.service.output.length;
    await change();
    const [reported] = await this.service.says(expected, before);
    return reported;
  }

  /** Makes a change, and waits for the line that reports the build. */
  async rebuilt(change: () => Promise<unknown>): Promise<string> {
    const reported = await this.reported(change, /^.*: rebuilt .*\n|^.*\n.*last successful build.*\n/m);
    if (!reported.includes(': rebuilt ')) throw new Error(`Nothing was rebuilt: ${reported}`);
    return reported;
  }

  /** Makes changes, and waits until a file contains a text. It checks the file after each line of output. */
  async holds(change: () => Promise<unknown>, file: string, text: string): Promise<void> {
    let before = this.service.output.length;
    await change();
    while (!(await this.read(file)).includes(text)) {
      const line = await this.service.says(/\n/, before);
      before += line.index + 1;
    }
  }
}
