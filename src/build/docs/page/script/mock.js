/* global document, fetch, matchMedia, AbortSignal */
// Sends requests to the mock server on the reader's machine. The Content-Security-Policy of the page allows no other server.
// This script stores nothing and sends no cookies.
const said = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const server = said('mock-server');
const timeout = 15_000;
const hidden = ['cache-control', 'content-length', 'date', 'pragma', 'expires', 'last-modified'];

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function code(text) {
  const block = document.createElement('pre');
  block.tabIndex = 0;
  block.append(element('code', text));
  return block;
}

// Puts the response beside the request in a wide window, else into the row of the button.
function placeFor(button) {
  const operation = button.closest('.operation');
  const result = operation.querySelector('.mock-response') ?? element('div', '', 'mock-response');
  const beside = matchMedia('(min-width: 1000px)').matches;
  const place = beside ? operation.querySelector('.panel-content .send, .panel-content .problem') : button;
  const anchor = place ?? button;
  const row = anchor.closest('.mock-examples > li');
  if (row) row.append(result);
  else anchor.closest('.scripted').after(result);
  return result;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

async function send({ method, path, headers, body }) {
  const response = await fetch(server + path, {
    method,
    headers,
    body,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeout),
  });
  return { response, text: await response.text() };
}

function show(result, { response, text }) {
  const status = `${response.status} ${response.statusText}`.trim();
  const scenario = response.headers.get('mock-scenario');
  const headers = [...response.headers].filter(([name]) => !hidden.includes(name)).map((pair) => pair.join(': '));
  result.replaceChildren(
    element('h3', `Response of the mock at ${server}`),
    element('p', scenario ? `${status} (scenario ${scenario})` : status, 'status'),
    ...(headers.length > 0 ? [code(headers.join('\n'))] : []),
    ...(text ? [code(pretty(text))] : [element('p', 'No body.')]),
  );
  return `The mock responded ${status}${scenario ? `, scenario ${scenario}` : ''}. ${text}`;
}

function showFailure(result) {
  const command = said('mock-command');
  const sentence = `No mock server responds at ${server}.`;
  const advice = command ? 'Start it, then send again:' : 'Start a mock server of this description there, then send again.';
  result.replaceChildren(element('p', `${sentence} ${advice}`, 'failure'), ...(command ? [code(command)] : []));
  return `${sentence} ${advice} ${command ?? ''}`;
}

if (server) {
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest('.send');
    if (!button || button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    const result = placeFor(button);
    try {
      const answer = await send(JSON.parse(button.dataset.request));
      document.getElementById('announcer').textContent = show(result, answer);
    } catch {
      document.getElementById('announcer').textContent = showFailure(result);
    }
    result.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    button.removeAttribute('aria-busy');
  });
}
