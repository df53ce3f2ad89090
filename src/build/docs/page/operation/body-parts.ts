import { html, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { prose } from '../../html/prose.js';
import { wordsHtml } from '../../html/words.js';
import { bodyWords, type Body } from '../../reference/message/body.js';
import type { OperationReference } from '../../reference/operation.js';
import { bodyStart, type ResponseReference } from '../../reference/message/response.js';
import { bareValue, fieldList } from './field-parts.js';
import { heading, type Level } from './heading.js';

/** Renders the parameters of a request, and its bodies: one group for each schema, with its media types. */
export function requestParameters(
  { kind, parameters, security, request, name }: OperationReference,
  level: Level,
): Html | undefined {
  const rows = [...security.rows, ...parameters];
  if (rows.length === 0 && !request) return undefined;
  return html`${heading(level, kind === 'operation' ? 'Request Parameters' : 'Request')}
${fieldList('request-parameters', rows)}
${request?.bodies.map((body, index) => [
  heading(level + 1, bodyWords('Body', body, request.required ? 'required' : 'optional'), 'body-name'),
  index === 0 &&
    request.description !== '' &&
    html`<div class="prose body-note"${said}>${prose(request.description, level + 2)}</div>`,
  bodyFields(body, 'request-parameters', name),
])}`;
}

/** Renders the headers, bodies and links of the responses. Responses without any of these are left out. */
export function responseParameters(responses: ResponseReference[], level: Level): Html | undefined {
  const telling = responses.filter(({ headers, bodies, links }) => headers.length + bodies.length + links.length > 0);
  if (telling.length === 0) return undefined;
  return html`${heading(level, 'Response Parameters')}
${telling.map((response) => {
  const { title, headers, bodies, links } = response;
  return [
    headers.length > 0 && heading(level + 1, [`Headers of ${title}`], 'body-name'),
    fieldList(
      'response-parameters',
      headers.map(({ in: place, ...row }) => row),
    ),
    bodies.map((body) => [
      heading(level + 1, bodyWords(bodyStart(body), body, ''), 'body-name'),
      bodyFields(body, 'response-parameters', title),
    ]),
    links.length > 0 && heading(level + 1, [`Links of ${title}`], 'body-name'),
    links.length > 0 &&
      html`<ul class="details">${links.map(({ label, words }) => html`<li><span class="label">${label}:</span> ${wordsHtml(words)}</li>`)}</ul>`,
  ];
})}`;
}

function bodyFields({ value, rows, items, encoding }: Body, kind: string, name: string): Html[] {
  const parts = [
    bareValue(value, rows),
    fieldList(kind, rows),
    items && html`<p class="part-name">Each item of the stream</p>`,
    items && bareValue(items.value, items.rows),
    items && fieldList(kind, items.rows),
    encoding.length > 0 &&
      html`<p class="part-name">How the parts are written</p>
<ul class="details" aria-label="How the parts of ${name} are written">${encoding.map(
        (one) => html`<li><code>${one.name}</code> ${wordsHtml(one.words)}${fieldList(kind, one.headers)}</li>`,
      )}</ul>`,
  ];
  return parts.filter((part): part is Html => typeof part === 'object');
}
