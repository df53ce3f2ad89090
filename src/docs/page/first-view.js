/* global document, location */
// The browser follows the link of the address when it has read the whole file, most of which is the script of
// Redoc. Followed here, where the text ends, the first that is painted is what the reader came for. And where a
// script ends, the browser paints before it reads on.
document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
