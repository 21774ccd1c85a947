/** The events that count as a user gesture and unlock sound: a press that does not start scrolling, or a key. */
const gestures = ['pointerdown', 'pointerup', 'click', 'keydown'] as const;

/** Calls `call` at each user gesture, before other listeners; call the returned function to stop. */
export function onGesture(call: () => void): () => void {
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const gesture of gestures) document.addEventListener(gesture, call, options);
  return () => listening.abort();
}

/** Whether the page is hidden. */
export const isHidden = (): boolean => document.hidden;

/** Calls `call` when the page is hidden or shown; call the returned function to stop. */
export function onVisibility(call: () => void): () => void {
  document.addEventListener('visibilitychange', call);
  return () => document.removeEventListener('visibilitychange', call);
}

/** Calls `call` with each address that the page's policy forbids to connect to; call the returned function to stop. */
export function onBlockedConnection(call: (address: string) => void): () => void {
  const blocked = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective === 'connect-src') call(event.blockedURI);
  };
  document.addEventListener('securitypolicyviolation', blocked);
  return () => document.removeEventListener('securitypolicyviolation', blocked);
}

/**
 * Calls `call` when the page may have been away, or the network changed: none of these events is reliable on its own.
 * Call the returned function to stop.
 */
export function onPossibleAbsence(call: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', call, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && call(), { signal });
  document.addEventListener('resume', call, { signal });
  return () => listening.abort();
}

/**
 * Calls `read` in the next frame before it is painted, and `painted` with the result once it is. A hidden page has no
 * frames until it is shown. Call the returned function to cancel.
 */
export function inNextFrame<Read>(read: () => Read, painted: (read: Read) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    const seen = read();
    // The frame is painted at the end of this task.
    timer = setTimeout(() => painted(seen));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * Calls `call` when something, such as a dialog, may have covered the page: it takes the focus. Call the returned
 * function to stop.
 */
export function onPossibleCover(call: () => void): () => void {
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const sign of ['focusin', 'focusout', 'toggle', 'close'])
    document.addEventListener(sign, call, options);
  return () => listening.abort();
}
