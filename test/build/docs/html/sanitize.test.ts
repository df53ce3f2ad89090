import { expect, it } from 'vitest';
import { sanitize } from '../../../../src/build/docs/html/sanitize.js';

it.each<[string, unknown]>([
  ['<a href="https://a.example">x</a>', '<a href="https://a.example">x</a>'],
  ['<a href="mailto:a@a.example">x</a>', '<a href="mailto:a@a.example">x</a>'],
  ['<a href="#a">x</a>', '<a href="#a">x</a>'],
  ['<a href="b.html?c">x</a>', '<a href="b.html?c">x</a>'],
  ...['javascript:a()', 'JavaScript:a()', 'data:text/html,a', 'vbscript:a', 'file:///a', '//a.example'].map(
    (href): [string, string] => [`<a href="${href}">x</a>`, '<a>x</a>'],
  ),
  ['<a href="#a" onclick="a()" id="b" name="c" style="d" target="_top" class="e">x</a>', '<a href="#a">x</a>'],
  ['<img src="data:image/png;base64,AA" alt="x">', '<img src="data:image/png;base64,AA" alt="x" />'],
  // The page loads nothing from other servers.
  ['<img src="https://a.example/b.png" alt="x">', '<a href="https://a.example/b.png">x</a>'],
  ['<img src="HTTP://a.example/b.png">', '<a href="HTTP://a.example/b.png">HTTP://a.example/b.png</a>'],
  ['<img src="//a.example/b.png">', '<a>//a.example/b.png</a>'],
  ['<img src="javascript:a()" onerror="a()">', '<img />'],
  ['<a href="data:image/png;base64,AA">x</a>', '<a>x</a>'],
  ['<code class="language-json other">x</code>', '<code class="language-json">x</code>'],
  ['<div class="table other">x</div>', '<div class="table">x</div>'],
  ['<td colspan="2" align="left" bgcolor="red">x</td>', '<td colspan="2" align="left">x</td>'],
  ...['script', 'style', 'iframe', 'object', 'form', 'input', 'meta', 'base', 'link', 'svg', 'math'].map(
    (tag): [string, unknown] => [`<${tag}>`, expect.stringMatching(new RegExp(`^&lt;${tag}( /)?&gt;(&lt;/${tag}&gt;)?$`))],
  ),
])('%s becomes %s', (source, expected) => {
  expect(sanitize(source).html).toEqual(expected);
});
