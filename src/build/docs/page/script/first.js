/* global document, localStorage, matchMedia */
// Runs before the first paint, so that nothing changes on the screen: controls that need scripts are there from the
// beginning, and the page has the theme that the reader chose.
{
  const { classList } = document.documentElement;
  classList.add('with-scripts');
  let theme;
  try {
    theme = localStorage.getItem('docs.theme');
  } catch {
    // Storage may be turned off: the theme of the system will do.
  }
  classList.add(theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
}
