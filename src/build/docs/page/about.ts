import { anchorOf } from '../reference/anchor.js';
import { html, type Html } from '../html/html.js';
import { said } from '../html/language.js';
import { inlineProse, prose } from '../html/prose.js';
import { detailsHtml, wordsHtml } from '../html/words.js';
import type { Reference } from '../reference/reference.js';
import type { SchemeReference } from '../reference/security/schemes.js';
import type { ServerReference } from '../reference/server.js';
import { tellingTags, type TagReference } from '../reference/tag.js';
import { mockWords } from './operation/mock-parts.js';
import type { HrefOf } from './sidebar.js';

/** The files in the same folder as the page. */
const downloads = ['openapi.yaml', 'openapi.json', 'index.md'];

/** The link to the page that Redoc renders. */
const otherViews = html`<h2>Other views</h2>
<ul class="other-views"><li><a href="redoc.html">Redoc</a></li></ul>`;

/** Removes the link to the page that Redoc renders, for a description that Redoc cannot render. */
export function withoutOtherViews(page: string): string {
  return page.replace(`${otherViews.html}\n`, '');
}

/** Renders the panel beside the introduction: files, servers, license, contact, and what mock examples are. */
export function about({ about: details, servers, operations }: Reference, mockCommand: string | undefined): Html {
  return html`<div class="panel-content">
<h2>Download</h2>
<ul class="downloads">${downloads.map((name) => html`<li><a href="${name}" download>${name}</a></li>`)}</ul>
${otherViews}
${
  servers.length > 0 &&
  html`<h2>Servers</h2>
<dl>${servers.map(server)}</dl>`
}
${details.map(
  ({ label, words }) => html`<h2>${label === 'See' ? 'Further documentation' : label}</h2>
<p>${wordsHtml(words)}</p>`,
)}
${
  operations.some(({ mockExamples }) => mockExamples.length > 0) &&
  html`<h2>Mock Examples</h2>
${mockWords(mockCommand)}`
}
</div>`;
}

function server({ url, name, description, variables }: ServerReference): Html {
  const title = [name, description].filter(Boolean);
  return html`<div><dt${title.length > 0 && said}>${title.length === 0 ? 'Server' : title.map((text, index) => html`${index > 0 && ': '}${inlineProse(text)}`)}</dt><dd><code>${url}</code>${detailsHtml(variables)}</dd></div>`;
}

/** Renders the security schemes that operations refer to by name. */
export function schemes({ schemes: all }: Reference): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<section class="schemes" aria-label="Security schemes">
<h2>Security schemes</h2>
${all.map(scheme)}
</section>`;
}

function scheme({ anchor, name, kind, description, details }: SchemeReference): Html {
  return html`<section id="${anchor}" aria-label="${name}">
<h3>${name}</h3>
<p>${wordsHtml(kind)}</p>
${description && html`<div class="prose"${said}>${prose(description, 4)}</div>`}
${detailsHtml(details)}
</section>`;
}

/** Renders what the description says about tags, with the operations of each tag. */
export function tagSections(reference: Reference, hrefOf: HrefOf): Html | undefined {
  const { tags, operations } = reference;
  const telling = tellingTags(reference);
  if (telling.length === 0) return undefined;
  return html`<section class="tags" aria-label="Tags">
<h2>Tags</h2>
${telling.map((one) =>
  tag(
    one,
    tags,
    operations.filter(({ tags: names }) => names.includes(one.name)),
    hrefOf,
  ),
)}
</section>`;
}

function tag(
  { name, title, description, details, parent }: TagReference,
  all: TagReference[],
  operations: Reference['operations'],
  hrefOf: HrefOf,
): Html {
  const above = all.find((one) => one.name === parent)?.title ?? parent;
  const names = [
    ...(title === name ? [] : [{ label: 'Tag', words: [{ code: name }] }]),
    ...(above ? [{ label: 'Part of', words: [above] }] : []),
  ];
  return html`<section id="${anchorOf('tag', name)}" aria-label="${title}">
<h3${said}>${title}</h3>
${description && html`<div class="prose"${said}>${prose(description, 4)}</div>`}
${detailsHtml([...names, ...details])}
${operations.length > 0 && html`<ul>${operations.map((one) => html`<li><a href="${hrefOf(one)}"${said}>${one.name}</a></li>`)}</ul>`}
</section>`;
}
