/* global document, localStorage, matchMedia */
// Runs before the first paint, so that nothing changes on the screen afterwards: the page shows the controls that need scripts
// from the beginning, in the theme that the reader chose.
{
  const { classList } = document.documentElement;
  classList.add('with-scripts');
  let theme;
  try {
    theme = localStorage.getItem('docs.theme');
  } catch {
    // Storage may be turned off. Then the page has the theme of the system.
  }
  classList.add(theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
}
