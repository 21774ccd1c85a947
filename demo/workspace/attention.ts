import type { OmniChannelPanel } from './panel.ts';
import { words } from './words/words.ts';

/** Shows in the page title what needs the rep's attention, and in the badge if this is an installed app. */
export function showAttention(panel: OmniChannelPanel, title: string): void {
  document.title = title;
  panel.addEventListener('omni-attention-changed', ({ requests, lost }) => {
    const news = requests > 0 ? words.newRequests(requests) : lost ? words.connectionLost : null;
    document.title = news ? `${news} · ${words.workspace}` : title;
    // Missing in some browsers, and rejected if the app is not installed: the title shows it anyway.
    const badge = navigator as Partial<Pick<Navigator, 'setAppBadge'>>;
    badge.setAppBadge?.(requests).catch(() => undefined);
  });
}
