/* global customElements, document, getSelection, navigator, requestAnimationFrame, setTimeout, window, Element, HTMLElement, MutationObserver, PerformanceObserver */
// The page is written twice: first as finished HTML, which anybody can read at
// once, then by Redoc, which adds search and a sidebar that follows the reader.
// This script lets Redoc work out of sight and hands over when it is complete.
// Without this script, or if Redoc fails, the first stays and works.

const finished = document.getElementById('redoc');
finished.removeAttribute('id');
const redoc = document.createElement('div');
redoc.id = 'redoc';
redoc.className = 'starting';
finished.after(redoc);

// In what Redoc writes, each operation is an empty element of this kind.
const texts = new Map([...finished.querySelectorAll('.operation')].map((text) => [text.id, text.cloneNode(true)]));
customElements.define(
  'operation-text',
  class extends HTMLElement {
    connectedCallback() {
      const text = texts.get(`operation/${this.getAttribute('name')}`);
      if (text) this.replaceChildren(text.cloneNode(true));
    }
  },
);

// Two copies of a group of radio buttons would share one choice.
for (const input of finished.querySelectorAll('.samples input')) input.name = `finished-${input.name}`;

// Until the page is handed over only the reader moves it: Redoc would scroll to where it began.
const { scrollTo } = window;
const { scrollIntoView } = Element.prototype;
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};

const controls = (root) => [...root.querySelectorAll('.operation :is(a[href], button, input, [tabindex])')];

const observer = new MutationObserver(() => {
  if (redoc.querySelectorAll('.operation').length < texts.size) return;
  observer.disconnect();
  const before = controls(finished);
  const after = controls(redoc);
  before.forEach((control, index) => {
    if (control.checked) after[index].checked = true;
  });
  const focused = after[before.indexOf(document.activeElement)];
  const { scrollX, scrollY } = window;
  finished.remove();
  redoc.classList.remove('starting');
  window.scrollTo = scrollTo;
  Element.prototype.scrollIntoView = scrollIntoView;
  window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  focused?.focus({ preventScroll: true });
  nameControls();
  document.documentElement.dataset.ready = '';
});
observer.observe(redoc, { childList: true, subtree: true });

// The script of Redoc is large: it waits as plain text until the finished page is on the screen.
new PerformanceObserver((_, painted) => {
  painted.disconnect();
  requestAnimationFrame(() => setTimeout(startRedoc));
}).observe({ type: 'paint', buffered: true });

function startRedoc() {
  const waiting = document.getElementById('redoc-script');
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = waiting.textContent;
  waiting.replaceWith(script);
}

// What Redoc leaves to the mouse, and what it leaves without a name.
function nameControls() {
  const sidebar = redoc.querySelector(':--sidebar');
  sidebar?.setAttribute('role', 'navigation');
  sidebar?.setAttribute('aria-label', 'Contents');
  const search = redoc.querySelector(':--search');
  search?.setAttribute('role', 'button');
  search?.setAttribute('tabindex', '0');
  search?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    search.click();
  });
}

// Who reads one language reads it everywhere; what was clicked stays where it was.
document.addEventListener('change', ({ target }) => {
  if (!target.matches('.samples input')) return;
  const { top } = target.getBoundingClientRect();
  for (const input of document.querySelectorAll('.samples input')) {
    if (input.value === target.value) input.checked = true;
  }
  window.scrollBy({ top: target.getBoundingClientRect().top - top, behavior: 'instant' });
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('.copy');
  if (!button) return;
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Pages served without TLS have no clipboard interface; the selection has a command for it.
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
});
