/* global document, location, window */
// Leads an address such as `index.html#operation/…` to the page with the operation. So a link to an operation stays valid when
// the docs get several pages.
function goToItsPage() {
  if (!location.hash || document.querySelector(':target')) return;
  const link = [...document.querySelectorAll('[data-endpoint]')].find(({ hash }) => hash === location.hash);
  if (link) location.replace(link.href);
}

window.addEventListener('hashchange', goToItsPage);
goToItsPage();
