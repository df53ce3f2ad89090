import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { relativePath } from '../../../src/command/files/relative-path.js';

it.each([
  [posix, '/home/me/project', '/home/me/project/openapi/paths/reset.yaml', 'openapi/paths/reset.yaml'],
  [win32, 'C:\\Users\\me\\project', 'C:\\Users\\me\\project\\openapi\\paths\\reset.yaml', 'openapi/paths/reset.yaml'],
  [win32, 'C:\\Users\\me\\project', 'C:\\Users\\me\\other\\api.yaml', '../other/api.yaml'],
])('a path has slashes on every system (%#)', (system, directory, file, expected) => {
  expect(relativePath(directory, file, system)).toBe(expected);
});
