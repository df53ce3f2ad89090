/**
 * What the page takes for granted of the markup that Redoc makes. None of it is a
 * documented interface of Redoc: a test looks each selector up in the built page.
 * The style sheet writes them as `:--name`, as CSS custom selectors will be written.
 */
export const redocSelectors = {
  content: '#api-content',
  section: '[data-section-id]',
  'section-kind': '[data-item-kind]',
  'middle-panel': '[data-testid=middle-panel]',
  'right-panel': '[data-testid=right-panel]',
  panel: '[data-component-name="Panel/Panel"]',
  'panel-title': '[data-component-name="Panel/PanelHeaderTitle"]',
  'page-actions': '[data-testid=page-actions]',
  markdown: '[data-component-name="Markdown/Markdown"]',
  sidebar: '.menu-content',
  brand: '[data-testid=logo]',
  search: '[data-testid=search-trigger]',
  menu: '[data-component-name="Menu/Menu"]',
  'menu-item': '[data-component-name="Menu/MenuItem"]',
  'menu-label': '[data-testid=menu-item-label]',
  'menu-operation': '.menu-item-type-operation',
  'menu-method': '[data-component-name="Tags/HttpTag"]',
  'menu-get': '.tag-get',
  'menu-post': '.tag-post',
  'menu-button': '[data-testid=floating-button]',
  'vendor-badge': 'span:has(> a[href^="https://redocly.com/redoc"])',
  'layout-switch': '[data-component-name="Sidebar/SidebarActions"]',
} as const;

/** The picture that Redoc fetches from its vendor for a badge that the page does not show, and one that asks nobody. */
const vendorPicture = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
const noPicture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";

/** Puts the selectors of Redoc's markup into a style sheet or a script in which they stand as `:--name`. */
export function expandSelectors(source: string): string {
  return source.replace(/:--([\w-]+)/g, (_, name: string) => {
    const selector = Object.entries(redocSelectors).find(([known]) => known === name)?.[1];
    if (!selector) throw new Error(`The docs use ":--${name}", which is no selector in redoc-markup.ts: add it there.`);
    return selector;
  });
}

const waitingScript = '<script type="text/plain" id="redoc-script">';

/** Lets the script of Redoc wait until the script of the page starts it, and leaves room before it for a script that sees the text. */
export function withWaitingScript(page: string): string {
  const start = '<script type="module">';
  const at = page.indexOf(start, page.indexOf('<div id="redoc">'));
  if (at < 0) throw new Error('The docs were not built: the page has no script of Redoc. Adapt redoc-markup.ts to its markup.');
  return `${page.slice(0, at)}<!--first-view-->${waitingScript}${page.slice(at + start.length)}`;
}

/** Keeps the page of Redoc from asking its vendor's host for a picture. */
export function withoutVendorPicture(page: string): string {
  return page.replaceAll(vendorPicture, noPicture);
}

/**
 * Completes what Redoc renders ahead of time: it leaves the operations empty, and
 * its links work only while its script runs. Here each operation gets its text, and
 * each section an id that its link in the sidebar leads to, and the sidebar its role.
 *
 * @param page The page as `redocly build-docs` writes it, with a waiting script.
 * @param operations The text of each operation, in the order of the description.
 * @throws Error when the page has another number of operations, as it would after a change of Redoc.
 */
export function fillOperations(page: string, operations: string[]): string {
  let filled = 0;
  // What follows is megabytes of script.
  const end = page.includes(waitingScript) ? page.indexOf(waitingScript) : page.length;
  const markup = page
    .slice(0, end)
    .replace(/<div data-section-id="([^"]*)" class="[^"]*"><\/div>/g, (_, id: string) => {
      const operation = operations[filled];
      filled += 1;
      return `<div id="${id}">${operation ?? ''}</div>`;
    })
    .replace(/<div data-section-id="([^"]*)">/g, '<div id="$1">')
    .replace(/(<a [^>]*)href="(\/[^"]*)"/g, '$1href="#$2"')
    .replace(/(<div class="[^"]*\bmenu-content")/, '$1 role="navigation" aria-label="Contents"')
    .replace('<span>Loading...</span>', '<span>Search</span>')
    // The overview is written twice: the outer element keeps the id.
    .replace(/(<div id="\/">[\s\S]*?)<div id="\/">/, '$1<div>');
  if (filled !== operations.length) {
    throw new Error(
      `The docs were not built: Redoc made room for ${filled} operations instead of ${operations.length}. Adapt redoc-markup.ts to its markup.`,
    );
  }
  return markup + page.slice(end);
}
