/** The events that unlock sound, in the browsers' terms: a press that is not the start of scrolling, or a key. */
const gestures = ['pointerdown', 'pointerup', 'click', 'keydown'] as const;

/** Calls `call` at each gesture of the person, before anything else hears of it; the returned function ends it. */
export function onGesture(call: () => void): () => void {
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const gesture of gestures) document.addEventListener(gesture, call, options);
  return () => listening.abort();
}

/** Whether nobody sees the page. */
export const isHidden = (): boolean => document.hidden;

/** Calls `call` when the page is hidden or shown; the returned function ends it. */
export function onVisibility(call: () => void): () => void {
  document.addEventListener('visibilitychange', call);
  return () => document.removeEventListener('visibilitychange', call);
}

/**
 * Calls `call` when the page may have been away, or the network changed: none of these events is reliable by itself.
 * The returned function ends it.
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
 * Calls `read` in the next frame, as it is about to be painted, and `painted` with what that gave once it has been. In a
 * hidden page there is no frame until it is shown. The returned function ends it.
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

/** Calls `call` when something may have come over the page, such as a dialog: it takes the focus. */
export function onPossibleCover(call: () => void): () => void {
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const sign of ['focusin', 'focusout', 'toggle', 'close'])
    document.addEventListener(sign, call, options);
  return () => listening.abort();
}
