import { connect } from 'node:net';
import fc from 'fast-check';
import { operations, validRequest, type Sent } from '../requests.js';

/** The results of many random requests. */
export interface FuzzReport {
  requests: number;
  /** The number of responses by status code. */
  statuses: Map<number, number>;
}

const together = 20;

/**
 * Sends random requests, from nearly valid ones to arbitrary bytes. Fails with the smallest one that gets no response below 500
 * within ten seconds.
 *
 * @param url The mock.
 * @param requests The minimum number of requests.
 * @param seed The seed of the random requests.
 */
export async function fuzz(url: string, requests: number, seed: number): Promise<FuzzReport> {
  const report: FuzzReport = { requests: 0, statuses: new Map() };
  const property = fc.asyncProperty(fc.array(anyRequest, { minLength: together, maxLength: together }), async (batch) => {
    await Promise.all(
      batch.map(async (bytes) => {
        const statuses = await exchange(url, bytes);
        report.requests += 1;
        for (const status of statuses) report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
        const wrong = statuses.find((status) => status >= 500);
        if (wrong) throw new Error(`${wrong} was answered to ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`);
        // White space alone is not a request.
        if (statuses.length === 0 && /\S/.test(Buffer.from(bytes).toString('latin1'))) throw new Error('There was no response.');
      }),
    );
  });
  await fc.assert(property, { numRuns: Math.ceil(requests / together), seed, endOnFailure: true });
  return report;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '%', '%00', '%ff', '//', '//[', '\\', '..', '{', '"', 'null', '__proto__', 'constructor', 'a'.repeat(3000)),
);

/**
 * Node's parser refuses control characters and most characters beyond ASCII. Most values have none of them, so that they pass
 * the parser.
 */
const field = fc.oneof({ weight: 9, arbitrary: fc.string({ maxLength: 40 }) }, { weight: 1, arbitrary: text });

const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'TRACE', 'DELETE', 'CONNECT', 'PATCH') },
  { weight: 1, arbitrary: text },
);

const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...new Set(operations.map((one) => one.path))) },
  { weight: 1, arbitrary: text.map((one) => `/${one}`) },
  { weight: 1, arbitrary: fc.webUrl() },
);

const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('token', '__code', '__example', '__dynamic'), text), text), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const mediaType = fc.oneof(
  fc.constantFrom(
    'application/json',
    'text/plain',
    'text/plain; charset=utf-16le',
    'application/json; charset=x',
    'multipart/form-data; boundary=a',
    '*/*',
    'foo',
    'a/b;c',
  ),
  field,
);

const header = fc.oneof(
  fc.tuple(
    fc.constantFrom('Content-Type', 'Content-Encoding'),
    fc.array(mediaType, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
  ),
  // Unit tests cover further values of these two headers.
  fc.tuple(fc.constant('Accept'), fc.constantFrom('*/*', 'application/json', 'text/plain;q=0.5', 'text/html, */*;q=0.1')),
  fc.tuple(fc.constant('Authorization'), fc.oneof(fc.constantFrom('Token a', 'Token', 'Bearer a', ''), field)),
  fc.tuple(
    fc.constant('Prefer'),
    fc.constantFrom(
      'code=200',
      'code=404',
      'code=999',
      'dynamic=true',
      'example=unknown-address',
      'code=204, example=x',
      'dynamic=true; seed=1',
    ),
  ),
  fc.tuple(
    fc.constantFrom('Expect', 'Connection', 'Upgrade', 'Cookie', 'Origin', 'Host', 'Access-Control-Request-Method'),
    fc.oneof(fc.constantFrom('100-continue', 'upgrade', 'close', '5'), field),
  ),
  fc.tuple(fc.constantFrom('X-A', 'constructor', '__proto__', 'Range', 'If-Match', 'TE'), field),
);

const body = fc.oneof(
  fc.json().map((one) => Buffer.from(one)),
  fc
    .constantFrom(
      '{"email":"jweir@projectthanos.com"}',
      '{"email":1}',
      '{"password":"a","token":"b"}',
      '{"email":',
      '['.repeat(500),
    )
    .map((one) => Buffer.from(one)),
  fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)),
);

/** A valid request with another body or query, or with one header more or less. */
const nearlyValid = fc
  .tuple(
    fc.constantFrom(...operations.map(validRequest)),
    fc.oneof(
      fc.record({ content: body }),
      fc.record({ search: query }),
      fc.record({ extra: header }),
      fc.record({ lost: fc.constantFrom('authorization', 'content-type') }),
    ),
  )
  .map(
    ([valid, { content, search, extra, lost }]: [
      Sent,
      { content?: Buffer; search?: string; extra?: [string, string]; lost?: string },
    ]) => {
      const bytes = content ?? Buffer.from(valid.body ?? '');
      const target = search === undefined ? valid.path : `${valid.path.split('?')[0]}?${search}`;
      const lines = [
        ...Object.entries(valid.headers).filter(([name]) => name !== lost),
        ...(extra ? [extra] : []),
        ['Content-Length', String(bytes.length)],
      ].map(([name, value]) => `${name}: ${value}\r\n`);
      return new Uint8Array(
        Buffer.concat([
          Buffer.from(`${valid.method} ${target} HTTP/1.1\r\nHost: mock\r\n${lines.join('')}\r\n`, 'latin1'),
          bytes,
        ]),
      );
    },
  );

/** A request with correct framing, so that the mock reads its errors; or bytes that are cut off, changed or not a request. */
const framed = fc
  .tuple(method, path, query, fc.array(header, { maxLength: 5 }), fc.option(body))
  .map(([verb, target, search, headers, content]) => {
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const length = content ? `Content-Length: ${content.length}\r\n` : '';
    const head = Buffer.from(
      `${verb} ${target}${search ? `?${search}` : ''} HTTP/1.1\r\nHost: mock\r\n${lines}${length}\r\n`,
      'latin1',
    );
    return new Uint8Array(Buffer.concat([head, content ?? Buffer.alloc(0)]));
  });

const anyRequest = fc.oneof(
  { weight: 12, arbitrary: nearlyValid },
  { weight: 6, arbitrary: framed },
  { weight: 1, arbitrary: fc.tuple(framed, fc.nat({ max: 400 })).map(([bytes, end]) => bytes.slice(0, end)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(framed, fc.nat(), fc.nat({ max: 255 }))
      .map(([bytes, index, byte]) => bytes.with(index % bytes.length, byte)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 300 }) },
);

/** Sends bytes, closes the sending side, and reads until the server closes the connection. */
function exchange(url: string, bytes: Uint8Array): Promise<number[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error('The connection was still open after ten seconds.'));
    });
    socket.once('close', () => {
      resolve(
        [
          ...Buffer.concat(chunks)
            .toString('latin1')
            .matchAll(/HTTP\/1\.1 (\d{3}) /g),
        ].map(([, status]) => Number(status)),
      );
    });
  });
}
