import { changesIn, type EditingStore } from '../stores/editing.ts';

/** Whether leaving the open record would lose unsaved changes. */
export function hasUnsaved({ state: { editing } }: EditingStore): boolean {
  return editing !== null && (editing.isSaving || changesIn(editing) > 0);
}

/** While there are unsaved changes, the browser asks before the page is left. Call the returned function to stop. */
export function guardPage(editing: EditingStore): () => void {
  let listening: AbortController | null = null;
  const look = () => {
    // Only while needed: a page with such a listener is excluded from the back/forward cache.
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
