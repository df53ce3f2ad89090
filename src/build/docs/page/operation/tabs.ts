import { html, trusted, type Html } from '../../html/html.js';

/** The content of a tab, and the tab's label. */
export interface Pane {
  label: string;
  content: Html;
}

/** The most tabs in one group. The style sheet has rules for this many. */
const mostTabs = 12;

/**
 * Renders panes with tabs. The tabs work without scripts, and show one pane at a time. More panes than `mostTabs` get several
 * groups of tabs.
 *
 * @param kind The class of the panes.
 * @param label The name of the choice for screen readers.
 * @param group A name that is unique on the page.
 */
export function tabs(kind: 'sample' | 'example', label: string, group: string, panes: Pane[]): Html[] {
  const parts = Array.from({ length: Math.ceil(panes.length / mostTabs) }, (_, part) =>
    panes.slice(part * mostTabs, (part + 1) * mostTabs),
  );
  return parts.map(
    (part, number) => html`<div class="${kind}s">
<div class="tabs" role="radiogroup" aria-label="${label}">${part.map(
      (one, index) =>
        html`<label><input type="radio" name="${kind}-${group}-${number}" value="${one.label}"${index === 0 && trusted(' checked')}>${one.label}</label>`,
    )}</div>
${part.map((one) => html`<div class="pane ${kind}"><p class="pane-name">${one.label}</p>${one.content}</div>`)}
</div>`,
  );
}
