/* global document, location, window */
// An address such as `index.html#operation/…` leads to the page that the operation is on. So a link to an operation
// stays right when the docs get more pages than one.
function goToItsPage() {
  if (!location.hash || document.querySelector(':target')) return;
  const link = [...document.querySelectorAll('[data-endpoint]')].find(({ hash }) => hash === location.hash);
  if (link) location.replace(link.href);
}

window.addEventListener('hashchange', goToItsPage);
goToItsPage();
