// In other projects: `import 'omni-channel-panel'`.
import '../../src/index.ts';
import type { OmniChannelPanel, OpenWorkRequestEvent } from '../../src/index.ts';
import { element, text } from '../dom.ts';
import { applyTheme } from '../theme.ts';
import { repToken } from '../workspace/server.ts';

/** A host without tabs: each panel on the page gets its token, and accepted work is listed below it. */
applyTheme();
for (const panel of document.querySelectorAll('omni-channel-panel')) embed(panel);

function embed(panel: OmniChannelPanel): void {
  panel.apiAddress = location.origin;
  panel.token = () => repToken(panel.rep);
  const opened = element('ol', { class: 'opened', 'aria-label': 'Opened' });
  panel.after(opened);
  panel.addEventListener('omni-open-work-request', (event: OpenWorkRequestEvent) => {
    // This host opens the work itself.
    event.preventDefault();
    const { subject, customerName } = event.agentWork;
    opened.prepend(element('li', {}, text(subject), ' · ', text(customerName)));
  });
}
