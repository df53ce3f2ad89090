import { html, trusted, type Html } from '../../html/html.js';

/** What is shown when its tab is chosen. */
export interface Pane {
  label: string;
  content: Html;
}

/** How many tabs the style sheet knows. */
const mostTabs = 12;

/**
 * Renders panes of which one is shown, chosen by tabs that work without scripts. More than the style sheet knows are divided.
 *
 * @param kind What the panes are: their class.
 * @param label What is chosen, for those who hear it.
 * @param group Is like no other on the page.
 */
export function tabs(kind: 'sample' | 'example', label: string, group: string, panes: Pane[]): Html[] {
  const parts = Array.from({ length: Math.ceil(panes.length / mostTabs) }, (_, part) =>
    panes.slice(part * mostTabs, (part + 1) * mostTabs),
  );
  return parts.map(
    (part, number) => html`<div class="${kind}s">
<div class="tabs" role="radiogroup" aria-label="${label}">${part.map(
      (one, index) =>
        html`<label><input type="radio" name="${kind}-${group}-${number}" value="${one.label}"${index === 0 && trusted(' checked')}><span>${one.label}</span></label>`,
    )}</div>
${part.map((one) => html`<div class="${kind}" data-label="${one.label}"><p class="${kind}-name">${one.label}</p>${one.content}</div>`)}
</div>`,
  );
}
