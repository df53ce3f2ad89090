/* global document, localStorage */
// Runs before the first paint, so that the page has the theme that the reader chose from the beginning, and no button that
// would disappear.
if (!document.querySelector('meta[name="mock-server"]').content) document.documentElement.classList.add('without-mock');
try {
  const theme = localStorage.getItem('docs.theme');
  if (theme) document.documentElement.classList.add(theme);
} catch {
  // Storage may be turned off. Then the page has the theme of the system.
}
