import { one } from './mount.ts';

/** What an announcer says, in order: `!` before what interrupts. Call it before anything is announced. */
export function spoken(announcer: Element): string[] {
  const log: string[] = [];
  const listen = (selector: string, mark: string) => {
    const region = one(announcer, selector);
    const note = () => {
      const text = region.textContent.trim();
      if (text) log.push(`${mark}${text}`);
    };
    note();
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  };
  listen('[role=alert]', '! ');
  listen('[role=status]', '');
  return log;
}
