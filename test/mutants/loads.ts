import { test } from 'vitest';
import { loaded } from './load-room.js';

test('each file of the folder can be loaded', () => loaded);
