/* global document, requestAnimationFrame, setTimeout */
// What works once the page is there.
import './menu.js';
import './active-place.js';
import './samples.js';
import './search.js';
import './mock.js';
import './other-page.js';

// By then the first frame is on the screen.
requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.remove('first-frame'), 200));
