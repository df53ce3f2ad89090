import { expect, it } from 'vitest';
import { brandOf, favicon } from '../../../../src/build/docs/page/brand.js';

const [black, white, neutral] = ['#000000', '#ffffff', '#2f3640'];

it.each([
  [white, white, black],
  [black, black, white],
  // Colours with nearly the same contrast to both (WCAG 2.2): 4.61 and 4.56, 4.54 and 4.62.
  ['#757575', '#757575', white],
  ['#767676', '#767676', black],
  ['#FF0000', '#FF0000', black],
  ['#00ff00', '#00ff00', black],
  ['#0000ff', '#0000ff', white],
  ['#fff', neutral, white],
  ['ffffff', neutral, white],
  ['red#ffffff', neutral, white],
  [['#ffffff'], neutral, white],
  ['#ffffff00', neutral, white],
  ['#gggggg', neutral, white],
  ['#ffffff;color:red', neutral, white],
  [5, neutral, white],
  [undefined, neutral, white],
])('the colour %s of a description is %s, with text of %s', (backgroundColor, background, text) => {
  const info = { title: 'Things', version: '1', 'x-logo': { backgroundColor } };
  expect(brandOf({ openapi: '3.1.0', info, paths: {} })).toEqual({ background, text });
});

it('a description without a logo has the neutral colour', () => {
  expect(brandOf({ openapi: '3.1.0', info: { title: 'Things', version: '1' } })).toEqual({ background: neutral, text: white });
});

it.each([
  [' Things', 'T'],
  ['\u{1d4d0}b', '\u{1d4d0}'],
  ['7 things', '7'],
  ['Ärger', 'Ä'],
  ['<b>', ''],
  ['&', ''],
  ['', ''],
])('the icon of "%s" has the letter "%s"', (title, letter) => {
  const text = `<text x="16" y="23" text-anchor="middle" font-family="Georgia,serif" font-size="21" fill="${black}">${letter}</text>`;
  const shape = `<rect width="32" height="32" rx="6" fill="${white}"/>${letter && text}`;
  const [type, picture = ''] = favicon({ background: white, text: black }, title).split(',');
  expect([type, decodeURIComponent(picture)]).toEqual([
    'data:image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}</svg>`,
  ]);
});
