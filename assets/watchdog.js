/*
 * Keeps time for the panel in a hidden browser tab, where browsers throttle the page's timers but not a worker's. The
 * host serves this file from its own origin and passes its URL to the panel. It holds no data and opens no
 * connection.
 */

/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const sleeping = new Map();

addEventListener('message', ({ data }) => {
  if ('wake' in data) {
    const timer = setTimeout(() => {
      sleeping.delete(data.wake);
      postMessage(data.wake);
    }, data.after);
    sleeping.set(data.wake, timer);
    return;
  }
  clearTimeout(sleeping.get(data.forget));
  sleeping.delete(data.forget);
});
