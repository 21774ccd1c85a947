import { changesIn, type EditingStore } from '../stores/editing.ts';

/** Whether leaving the record that is open would lose something. */
export function hasUnsaved({ state: { editing } }: EditingStore): boolean {
  return editing !== null && (editing.isSaving || changesIn(editing) > 0);
}

/** While something is unsaved the browser asks before the page goes. The returned function ends it. */
export function guardPage(editing: EditingStore): () => void {
  let listening: AbortController | null = null;
  const look = () => {
    // Listened to only then: a page with such a listener is never kept for going back.
    if (hasUnsaved(editing) === (listening !== null)) return;
    listening?.abort();
    listening = hasUnsaved(editing) ? new AbortController() : null;
    if (listening)
      window.addEventListener('beforeunload', (event) => event.preventDefault(), {
        signal: listening.signal,
      });
  };
  const stop = editing.subscribe(look);
  look();
  return () => {
    stop();
    listening?.abort();
  };
}
