import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, type PagePolicy } from '../../../../src/build/docs/page/content-security-policy.js';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it.each<[string, PagePolicy, string[]]>([
  [
    'what is listed',
    { scripts: ['a()', 'b()'], styles: ['p{}', 'q{}'], connect: ['http://localhost:1', 'http://localhost:2'] },
    [
      `script-src ${hash('a()')} ${hash('b()')}`,
      `style-src ${hash('p{}')} ${hash('q{}')}`,
      'connect-src http://localhost:1 http://localhost:2',
    ],
  ],
  [
    'no server',
    { scripts: ['a()'], styles: ['p{}'], connect: [] },
    [`script-src ${hash('a()')}`, `style-src ${hash('p{}')}`, "connect-src 'none'"],
  ],
])('a page may run and ask %s, and nothing else', (_, policy, expected) => {
  const [, content = ''] =
    /^<meta http-equiv="Content-Security-Policy" content="(.*)">$/.exec(contentSecurityPolicy(policy).html) ?? [];
  expect(content.split('; ').sort()).toEqual(
    ["default-src 'none'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'", ...expected].sort(),
  );
});
