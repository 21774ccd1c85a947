import type { OmniChannelPanel } from './panel.ts';

/** Writes what asks for the rep's attention into the title of the page, and onto the badge where this is an installed app. */
export function showAttention(panel: OmniChannelPanel, title: string): void {
  document.title = title;
  panel.addEventListener('omni-attention-changed', ({ requests, lost }) => {
    const news = requests > 0 ? `(${requests}) New request` : lost ? '(!) Connection lost' : null;
    document.title = news ? `${news} · Workspace` : title;
    // Absent in some browsers, and refused where the app is not installed: the title says it too.
    const badge = navigator as Partial<Pick<Navigator, 'setAppBadge'>>;
    badge.setAppBadge?.(requests).catch(() => undefined);
  });
}
