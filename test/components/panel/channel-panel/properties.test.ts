import { expect } from '@open-wc/testing';
import { de } from '../../../../assets/locales/de.ts';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { REP } from '../../../fake-backend/records.ts';
import { text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('the properties of <omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let warnings: string[];
  const { warn } = console;

  beforeEach(() => {
    ({ backend } = page);
    panel = page.bare();
    warnings = [];
    console.warn = (...all: unknown[]) => void warnings.push(all.map(String).join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  const everything = () => ({ apiAddress: backend.address, rep: REP.id, token: 'token', words: de });

  for (const nothing of [null, undefined])
    it(`may be ${String(nothing)} until the host knows them, and again later`, async () => {
      const unknown = { apiAddress: nothing, rep: nothing, token: nothing, words: nothing };
      const others = { workspace: nothing, watchdog: nothing, shortcuts: nothing, layout: nothing };
      Object.assign(panel, unknown, others);
      document.body.append(panel);
      await panel.updateComplete;
      expect(backend.connection.panels).to.equal(0);
      Object.assign(panel, everything());
      await untilSignedIn(panel);
      expect(panel.lang).to.equal('de');
      Object.assign(panel, others, { words: nothing });
      await panel.updateComplete;
      expect(panel.lang).to.equal('en-GB');
      expect(text(panel)).to.contain('Work');
      expect(backend.connection.panels).to.equal(1);
    });

  it('that are missing are said on the console once, with the page that explains it', async () => {
    document.body.append(panel);
    await panel.updateComplete;
    panel.layout = 'inline';
    await panel.updateComplete;
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.match(/has no rep:.*embedding\.md#problems$/);
    expect(warnings[1]).to.match(/has no api-address:.*embedding\.md#problems$/);
    expect(text(panel)).to.contain('Waiting for this page to sign you in');
  });

  it('tells the host once that it has no rep, or no API address', async () => {
    const problems: string[] = [];
    panel.addEventListener('omni-problem', ({ problem, detail }) => problems.push(`${problem}: ${detail}`));
    document.body.append(panel);
    await until('the host is told', () => problems.length === 2);
    panel.remove();
    document.body.append(panel);
    await panel.updateComplete;
    expect(problems).to.deep.equal([
      'property: The panel has no rep: it does not connect until the host sets one.',
      'property: The panel has no api-address: it looks for the server below the address of the page.',
    ]);
  });
});
