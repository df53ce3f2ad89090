/* global document, getSelection, localStorage, navigator, setTimeout, window, ResizeObserver */
// Remembers the chosen language of the code samples, copies code, and makes boxes that scroll reachable with the Tab key.
const key = 'docs.language';
const inputs = [...document.querySelectorAll('.samples input')];

function choose(language) {
  for (const input of inputs) if (input.value === language) input.checked = true;
}

try {
  choose(localStorage.getItem(key));
} catch {
  // Storage may be turned off. Then the page shows the first language.
}

// A choice applies to all operations. The clicked tab stays at its place in the window.
document.addEventListener('change', ({ target }) => {
  if (!target.matches('.samples input')) return;
  const { top } = target.getBoundingClientRect();
  choose(target.value);
  window.scrollBy({ top: target.getBoundingClientRect().top - top, behavior: 'instant' });
  target.closest('label').scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  try {
    localStorage.setItem(key, target.value);
  } catch {
    // Storage may be turned off. Then the choice lasts until the reader leaves the page.
  }
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('.copy');
  if (!button) return;
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // The clipboard API does not exist on pages without TLS. The old command for a selection works there.
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  document.getElementById('announcer').textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy';
    document.getElementById('announcer').textContent = '';
  }, 2000);
});

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
for (const box of document.querySelectorAll('.table, pre')) sizes.observe(box);
