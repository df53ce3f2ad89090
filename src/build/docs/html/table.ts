import { html, type Html } from './html.js';

/** Renders a table in a box. The box scrolls when the table is wider than its place. */
export function table(kind: string, label: string, head: Array<Html | string>, rows: Html[][]): Html {
  return html`<div class="table" role="region" aria-label="${label}"><table class="${kind}"><thead><tr>${head.map((cell) => (typeof cell === 'string' ? html`<th scope="col">${cell}</th>` : cell))}</tr></thead><tbody>${rows.map(
    (row) => html`
<tr>${row}</tr>`,
  )}</tbody></table></div>`;
}

/** Lets a browser break a long path or name after a separator. */
export function breakable(text: string): Html[] {
  return text.split(/(?<=[/_-])/).map((part) => html`${part}<wbr>`);
}
