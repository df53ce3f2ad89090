/* global document, innerHeight, requestAnimationFrame, scrollY, window */
// Marks the reader's place in the sidebar. The place changes when the page scrolls, also by find-in-page, and with the Tab key.
const places = [...document.querySelectorAll('.sidebar li a')]
  // This reads the attribute, because `hash` encodes some characters.
  .map((link) => ({ link, section: document.getElementById(link.getAttribute('href').split('#').slice(1).join('#')) }))
  // Other links lead to other pages.
  .filter(({ section }) => section);
let current;

function mark(place) {
  if (place === current) return;
  current?.link.removeAttribute('aria-current');
  place?.link.setAttribute('aria-current', 'location');
  place?.link.scrollIntoView?.({ block: 'nearest', behavior: 'instant' });
  current = place;
}

function byScrolling() {
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const line = innerHeight / 3;
  const above = places.filter(({ section }) => section.getBoundingClientRect().top <= line);
  mark(atEnd ? places.at(-1) : above.at(-1));
}

let waiting = false;
const soon = () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    byScrolling();
  });
};
window.addEventListener('scroll', soon, { passive: true });
window.addEventListener('resize', soon);
// A link or the Tab key may lead to a section that is too low on the screen for `byScrolling`. The browser scrolls to it in the
// next frame, and says so in the one after it.
function afterScrolling(run, frames = 3) {
  requestAnimationFrame(() => (frames === 1 ? run() : afterScrolling(run, frames - 1)));
}
window.addEventListener('hashchange', () => {
  afterScrolling(() => mark(places.find(({ link }) => link.hash === window.location.hash) ?? current));
});
document.querySelector('main').addEventListener('focusin', ({ target }) => {
  const place = places.findLast(({ section }) => section.contains(target));
  if (place) afterScrolling(() => mark(place));
});
byScrolling();
