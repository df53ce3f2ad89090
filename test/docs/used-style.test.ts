import { expect, test } from 'vitest';
import { withUsedStyle } from '../../src/docs/redoc/used-style.js';

function used(style: string, body: string, ownStyle = ''): string {
  const page = `<style data-styled="true">${style}</style></head><body>${body}<script type="text/plain"></script>`;
  return /<style data-styled="true">([\s\S]*?)<\/style>/.exec(withUsedStyle(page, ownStyle))![1]!.trim();
}

test.each([
  ['a class of the page', '.a{top:0;}'],
  ['a state of it', '.a:hover{top:0;}'],
  ['one of several selectors', '.b,.a{top:0;}'],
  ['no class', ':root{top:0;}'],
  ['a theme, which a script sets', ':root.dark{top:0;}'],
  ['a class that must not be there', '.a:not(.b){top:0;}'],
  ['an attribute with a dot in it', '.a[href$=".pdf"]{top:0;}'],
  ['a class inside a query', '@media print{.a{top:0;}}'],
  ['a font', "@font-face{font-family:'b';}"],
])('a rule stays that names %s', (_, rule) => {
  expect(used(`${rule}/*!sc*/`, '<p class="a">')).toBe(rule);
});

test.each([
  ['a class', '.b{top:0;}'],
  ['a class beside one of the page', '.a.b{top:0;}'],
  ['a class inside a query', '@media print{.b{top:0;}}'],
])('a rule goes that needs %s that the page does not have', (_, rule) => {
  expect(used(`${rule}/*!sc*/`, '<p class="a">')).toBe('');
});

test.each([
  ['a rule', ':root{--one:1px;--two:2px;}/*!sc*/p{top:var(--one);}', '', ''],
  ['an attribute', ':root{--one:1px;--two:2px;}', '<p style="top:var(--one)">', ''],
  ['our own style', ':root{--one:1px;--two:2px;}', '', 'p{top:var( --one, 0)}'],
  ['a property that is used', ':root{--zero:var(--one);--one:1px;--two:2px;}', '<p style="top:var(--zero)">', ''],
])('of the custom properties those stay that %s names', (_, style, body, ownStyle) => {
  const kept = used(style, body, ownStyle);
  expect(kept).toContain('--one:1px;');
  expect(kept).not.toContain('--two');
});

test('a page without the style of Redoc is no page of Redoc', () => {
  expect(() => withUsedStyle('<body>', '')).toThrow(/^The docs were not built: the page has no style of Redoc\./);
});
