import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startMock, type Mock } from '../../src/mock/index.js';
import { startRecorder, type Recorder } from '../build/samples/recorder.js';
import { root } from '../support/command.js';

/** The path of a description of many kinds of requests. */
export const description: string = join(root, 'test/any-description/library.yaml');

/** Starts a mock of the library for the tests of a file. Returns what records and passes on its requests. */
export function libraryServer(): Pick<Recorder, 'take'> & { readonly url: string } {
  let [mock, recorder]: [Mock?, Recorder?] = [];
  const started = (): Recorder => {
    if (!recorder) throw new Error('The server has started.');
    return recorder;
  };
  beforeAll(async () => {
    mock = await startMock({ port: 0, description });
    recorder = await startRecorder(mock.url);
  });
  afterAll(async () => {
    recorder?.close();
    await mock?.close();
  });
  return {
    get url() {
      return started().url;
    },
    take: () => started().take(),
  };
}
