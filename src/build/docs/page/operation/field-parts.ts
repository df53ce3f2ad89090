import { html, type Content, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { inlineProse } from '../../html/prose.js';
import { breakable } from '../../html/table.js';
import { detailsHtml, wordsHtml } from '../../html/words.js';
import type { PlacedRow } from '../../reference/message/parameter.js';
import { isChoice, type ChoiceRow, type Field, type Row } from '../../reference/schema/rows/rows.js';
import { isTelling, isToldByRows, typeLine, type Value } from '../../reference/schema/value.js';

/** Renders fields as a description list: the name, and then everything about it. */
export function fieldList(kind: string, rows: ReadonlyArray<Row | PlacedRow>): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<dl class="${kind}">${rows.map((row) => (isChoice(row) ? choice(row, kind) : field(row, 'in' in row ? row.in : '')))}</dl>`;
}

function field(row: Field, place: string): Html {
  return html`
<div><dt><span class="parameter">${breakable(row.name)}</span>${place && html` <span class="place">${place}</span>`}</dt>
<dd>${valueParts(row, row.requirement)}</dd></div>`;
}

/** Renders everything about a value: its type and limits, its meaning, its values, examples and links. */
function valueParts(value: Value, requirement: string = ''): Content {
  const { title, meaning, values, details } = value;
  const heading = title && html`<strong>${title}</strong>${meaning && '. '}`;
  return html`<span class="type">${wordsHtml(typeLine(value.type === '' ? [] : [value.type], value, requirement))}</span>${(heading || meaning) && html` <div class="meaning"${said}>${heading}${inlineProse(meaning)}</div>`}${
    values.length > 0 &&
    html`<ul class="values">${values.map(
      (one) =>
        html`<li${(one.name || one.meaning) && said}><code>${one.value}</code>${one.name && html` ${one.name}`}${one.meaning && html`${one.name && ':'} ${inlineProse(one.meaning)}`}</li>`,
    )}</ul>`
  }${detailsHtml(details)}`;
}

/** Renders a value without a name; `undefined` when its rows say everything. */
export function bareValue(value: Value, rows: readonly Row[]): Html | undefined {
  return isToldByRows(value, rows) ? undefined : html`<div class="value">${valueParts(value)}</div>`;
}

/** Renders the value of an alternative. The type `object` is left out when there is something else to say. */
function alternativeValue(value: ChoiceRow['alternatives'][number]): Html | undefined {
  return bareValue(value.type === 'object' && isTelling(value) ? { ...value, type: '' } : value, value.rows);
}

function choice({ name, words, alternatives }: ChoiceRow, kind: string): Html {
  return html`
<div class="choice"><dt>${name && html`<span class="parameter">${breakable(name)}</span> `}<span class="choice-words">${words}</span></dt>
<dd>${alternatives.map(
    (
      one,
    ) => html`<div class="alternative">${(one.name || one.when.length > 0) && html`<p class="alternative-name"><strong>${one.name}</strong>${one.when.length > 0 && html` <span class="when">${one.name && 'if '}${wordsHtml(one.when)}</span>`}</p>`}
${alternativeValue(one)}
${fieldList(kind, one.rows)}</div>`,
  )}</dd></div>`;
}
