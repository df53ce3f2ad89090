/** Classes that scripts set on the root: the page without them names none of them. */
const themes = ['light', 'dark'];

const property = /(--[\w-]+):([^;{}]*);/g;

/**
 * Leaves of the style that Redoc renders ahead of time what the finished page uses: a fifth of it, for
 * most of it are custom properties. All of it would be read, and counted for each element, before
 * the first text is painted. Once Redoc runs it writes its whole style itself.
 *
 * @param page The page, with the finished text in its body and no style but Redoc's.
 * @param ownStyle The style of our own, which may use properties of Redoc's.
 * @throws Error when the page has no style of Redoc.
 */
export function withUsedStyle(page: string, ownStyle: string): string {
  const [found, open = '', style = ''] = /(<style data-styled[^>]*>)([\s\S]*?)<\/style>/.exec(page) ?? [];
  if (!found) throw new Error('The docs were not built: the page has no style of Redoc. Adapt used-style.ts to its markup.');
  const body = page.slice(page.indexOf('<body'), page.indexOf('<script type="text/plain"'));
  const classes = new Set([...themes, ...[...body.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/))]);
  const rules = style.split('/*!sc*/').filter((rule) => isUsed(rule, classes));
  const used = usedProperties(rules, body + ownStyle);
  const kept = rules.map((rule) =>
    rule.replace(property, (declaration, name: string) => (used.has(name) ? declaration : '')).trim(),
  );
  return page.replace(found, () => `${open}${kept.join('\n')}</style>`);
}

/** Whether a rule may match: one of its selectors has no class that the page does not have. */
function isUsed(rule: string, classes: Set<string>): boolean {
  if (/^\s*@(font-face|keyframes)/.test(rule)) return true;
  return [...rule.matchAll(/([^{};]+)\{/g)]
    .map(([, selectors = '']) => selectors.trim())
    .filter((selectors) => !selectors.startsWith('@'))
    .flatMap((selectors) => selectors.replace(/:not\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]/g, '').split(','))
    .some((selector) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)));
}

/** The custom properties that the rules and the text name, and those that their values name in turn. */
function usedProperties(rules: string[], text: string): Set<string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of rules.flatMap((rule) => [...rule.matchAll(property)])) {
    values.set(name, `${values.get(name) ?? ''} ${value}`);
  }
  const used = new Set<string>();
  const use = (source: string): void => {
    for (const [, name = ''] of source.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      use(values.get(name) ?? '');
    }
  };
  use(rules.map((rule) => rule.replace(property, '')).join(''));
  use(text);
  return used;
}
