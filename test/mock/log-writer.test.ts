import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logWriter } from '../../src/mock/log-writer.js';
import { Service } from '../support/service.js';

describe('logWriter', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  function started(): { writes: string[]; writer: ReturnType<typeof logWriter> } {
    const writes: string[] = [];
    return { writes, writer: logWriter({ write: (text: Uint8Array | string) => writes.push(String(text)) > 0 }) };
  }

  it('writes one line without a pause, and the lines of a pause together, in their order', async () => {
    const { writes, writer } = started();
    writer.write('1');
    expect(writes).toEqual([]);
    await setImmediate();
    expect(writes).toEqual(['1\n']);
    for (const line of ['2', '3', '4']) {
      writer.write(line);
      await setImmediate();
    }
    vi.advanceTimersByTime(49);
    expect(writes).toEqual(['1\n']);
    vi.advanceTimersByTime(1);
    expect(writes).toEqual(['1\n', '2\n3\n4\n']);
    writer.write('5');
    vi.advanceTimersByTime(50);
    expect(writes).toEqual(['1\n', '2\n3\n4\n', '5\n']);
    vi.advanceTimersByTime(50);
    writer.write('6');
    await setImmediate();
    expect(writes).toEqual(['1\n', '2\n3\n4\n', '5\n', '6\n']);
  });

  it('writes what waits when it is asked to, once', async () => {
    const { writes, writer } = started();
    writer.write('1');
    writer.flush();
    expect(writes).toEqual(['1\n']);
    await setImmediate();
    writer.flush();
    expect(writes).toEqual(['1\n']);
  });
});

describe.concurrent('the log of a process that ends', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `/request-${index}`);

  it.for(['SIGINT', 'SIGTERM'] as const)('has each line, in order, after %s', async (signal, context) => {
    const service = Service.start(context, 'src/mock/command.ts', ['--port', '0']);
    const [, url = ''] = await service.says(/mocked on (\S+)/);
    for (const path of lines) await fetch(url + path);
    context.expect(await service.end(signal)).toBe(0);
    context.expect(service.output.match(/\/request-\d+/g)).toEqual(lines);
  });

  it.for(["throw new Error('broken')", 'undefined'])('has each line, in order, after %s', async (end, { expect }) => {
    const code = `
      const { logWriter } = await import(${JSON.stringify(new URL('../../src/mock/log-writer.ts', import.meta.url).href)});
      const { write } = logWriter();
      for (const line of ${JSON.stringify(lines)}) write(line);
      setTimeout(() => { write('last'); ${end}; }, 5);`;
    const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', code];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    for await (const chunk of child.stdout) output += String(chunk);
    expect(output).toBe([...lines, 'last', ''].join('\n'));
  });
});
