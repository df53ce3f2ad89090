/**
 * Texts that would have an effect if a tool did not treat them as plain text: in markup, in generated TypeScript, in a shell or
 * in Python. Each one that runs calls or creates something named `injected`. None has a percent sign, because
 * openapi-typescript refuses it in names.
 */
export const payloads: Readonly<Record<string, string>> = {
  'a script': '<script>globalThis.injected = 1</script>',
  'the end of a script': '</script><script>globalThis.injected = 1</script>',
  'a handler': '"><img src="x" onerror="globalThis.injected = 1">',
  'a drawing': `'><svg onload=globalThis.injected=1></svg>`,
  'a frame': '<iframe srcdoc="<script>parent.injected = 1</script>"></iframe>',
  'a redirect': '<meta http-equiv="refresh" content="0; url=about:blank">',
  'a style': '</style><style>body { display: none }</style>',
  'a form': '<form action="https://elsewhere.invalid"><button>a</button></form>',
  'a link in HTML': '<a href="javascript:globalThis.injected=1">a</a>',
  'a link in Markdown': '[a](javascript:globalThis.injected=1)',
  'a disguised link': '[a](&#106;avascript:globalThis.injected=1) [b](<java\tscript:globalThis.injected=1>)',
  'an escaped link': String.raw`[a\](javascript:globalThis.injected=1) [b\\](javascript:globalThis.injected=1)`,
  'a link by reference': '[a]\n\n[a]: javascript:globalThis.injected=1',
  'an image': '![a](javascript:globalThis.injected=1)',
  'the end of a comment': '*/ globalThis.injected = 1; /*',
  'a template': '`; ${(globalThis.injected = 1)}; `',
  'a quote': `'; globalThis.injected = 1; '`,
  'a double quote': `"; globalThis.injected = 1; "`,
  'an escaped quote': String.raw`\'; injected(); \"; injected(); \\`,
  'a backslash at the end': 'a\\',
  'line breaks': '\ninjected()\r\ninjected()\rinjected()\n',
  'separators of lines': '\u2028injected()\u2029injected()\u0085',
  commands: '$(touch injected) `touch injected` ; touch injected | touch injected && touch injected',
  'commands behind a quote': `'; touch injected; '$(touch injected)'`,
  'a comment of a shell': '# \\\n touch injected',
  'long quotes': `"""\ninjected()\n"""`,
  'long single quotes': `'''\ninjected()\n'''`,
  'a formatted string': '{injected()} {{injected}} #{injected}',
  'control characters': 'a\u0007\u001b[2J\u007f\u009b',
  __proto__: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  'no words': ' ',
};

/** A text without any effect. The output for each payload must look like its output. */
export const harmless = 'text';
