/** The tab that a key moves to from `from`, following the ARIA tabs pattern; `null` if the key does not move. */
export function tabFor<Tab extends HTMLElement>(
  event: KeyboardEvent,
  tabs: readonly Tab[],
  from: Tab,
): Tab | null {
  const forward = getComputedStyle(from).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const index = tabs.indexOf(from);
  const places: Record<string, number> = {
    [forward]: (index + 1) % tabs.length,
    [back]: (index - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const place = places[event.key];
  return place === undefined ? null : (tabs[place] ?? null);
}
