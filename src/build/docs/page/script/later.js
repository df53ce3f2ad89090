/* global addEventListener, requestAnimationFrame */
// The first frame shows the text. The scripts run with the second one, so that no reader waits for them, or when a reader
// already does something: then they run before the page handles it.
const start = () => void import('./controls.js');
requestAnimationFrame(() => requestAnimationFrame(start));
for (const type of ['pointerdown', 'keydown', 'focusin', 'click']) addEventListener(type, start, { capture: true, once: true });
