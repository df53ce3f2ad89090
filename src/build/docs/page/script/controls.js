// What works once the page is there.
import './menu.js';
import './active-place.js';
import './samples.js';
import './search.js';
import './mock.js';
import './other-page.js';
