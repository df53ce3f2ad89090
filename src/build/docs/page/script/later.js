/* global requestAnimationFrame */
// The first frame shows the text. The scripts run with the second one, so that no reader waits for them.
requestAnimationFrame(() => requestAnimationFrame(() => import('./controls.js')));
