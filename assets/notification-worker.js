/*
 * For the host's service worker: importScripts('/assets/notification-worker.js'). Sends the click on one of the panel's
 * notifications to the page that showed it, wherever that page has navigated to since, and brings its browser tab to
 * the front. If that page is gone, another page that has the work gets the click; if there is none, a page is opened.
 * Notifications of the host are left alone.
 */

(() => {
  /** How long a page may take to reply, in milliseconds: a hidden one is slow. */
  const REPLY_TIMEOUT = 1000;

  /**
   * Sends the click to pages; returns the first one that handles it, or `null`.
   * @param {readonly WindowClient[]} pages
   * @param {object} click
   * @returns {Promise<WindowClient | null>}
   */
  const ask = (pages, click) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, REPLY_TIMEOUT, null);
      for (const page of pages) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          clearTimeout(timer);
          resolve(page);
        };
        page.postMessage(click, [port2]);
      }
    });

  /**
   * @param {{ workId: string, page: string, address: string }} notified
   * @param {string} action
   */
  const deliver = async ({ workId, page, address }, action) => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    const click = { type: 'omni-notification-click', workId, action };
    let found = await ask(pages, { ...click, page });
    // One after the other, so that only one accepts; the most recently used page comes first.
    for (const other of pages) found ??= await ask([other], { ...click, page: null });
    found ??= pages[0] ?? null;
    // The browser refuses both if the click was too long ago.
    await (found ? found.focus() : clients.openWindow(address)).catch(() => undefined);
  };

  addEventListener('notificationclick', (event) => {
    const { data } = event.notification;
    if (data?.type !== 'omni-notification') return;
    event.notification.close();
    event.waitUntil(deliver(data, event.action));
  });
})();
