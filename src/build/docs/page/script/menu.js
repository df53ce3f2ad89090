/* global document, localStorage, matchMedia */
// Switches the theme, and opens the menu in narrow windows.
const root = document.documentElement;

const isDark = () =>
  root.classList.contains('dark') || (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
const themeButton = document.querySelector('.theme-button');
// The button has the name of the theme to which it switches.
const showTheme = () => {
  themeButton.textContent = isDark() ? 'Light' : 'Dark';
  themeButton.setAttribute('aria-label', `${themeButton.textContent} theme`);
};
themeButton.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  root.classList.remove('light', 'dark');
  root.classList.add(theme);
  try {
    localStorage.setItem('docs.theme', theme);
  } catch {
    // Storage may be turned off. Then the choice lasts until the reader leaves the page.
  }
  showTheme();
});
showTheme();

const menuButton = document.querySelector('.menu-button');
const menu = document.getElementById('contents');
const setOpen = (open) => {
  root.classList.toggle('menu-open', open);
  menuButton.setAttribute('aria-expanded', open);
};
const isOpen = () => root.classList.contains('menu-open');
menuButton.addEventListener('click', () => setOpen(!isOpen()));
menu.addEventListener('click', ({ target }) => target.closest('a') && setOpen(false));
document.addEventListener('click', ({ target }) => {
  if (isOpen() && !target.closest('.sidebar, .menu-button, dialog')) setOpen(false);
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !isOpen()) return;
  setOpen(false);
  menuButton.focus();
});
