/* global document, localStorage, matchMedia, performance */
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
  // A long page is readable sooner when its first frame is only a part of it. After a reload, the browser needs the full height
  // to scroll to where the reader was.
  if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') classList.add('first-frame');
}
