import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../components/readiness-line/readiness-line.ts';
import { HOSTILE, storyConfiguration } from '../../components/shared/story-fixtures.ts';
import type { StoryContext } from '../../components/shared/story-contexts.ts';
import { everything, mount, one, press, text, within } from '../fixtures/mount.ts';

describe('readiness line', () => {
  async function line(context: StoryContext = {}) {
    const mounted = await mount(html`<omni-readiness-line></omni-readiness-line>`, context);
    const element = mounted.get('omni-readiness-line');
    return { ...mounted, element, click: (part: string) => one(element, `[part=${part}]`).click() };
  }
  const problem = (kind: 'soundBlocked' | 'notificationsOff' | 'clockOff', mend: string | null) =>
    ({ kind, severity: 'warns', sentence: `${kind} it is.`, mend }) as const;

  it('says that the sound is ready, and plays it on request', async () => {
    const { element, click, heard } = await line();
    expect(text(one(element, '.line'))).to.equal('Sound ready Test');
    click('test');
    expect(heard('omni-test-sound-request')).to.have.length(1);
  });

  it('shows the most important problem only, with the one button that mends it', async () => {
    const problems = [problem('soundBlocked', 'Turn on'), problem('notificationsOff', 'Allow')];
    const { element, click, heard } = await line({ presence: { problems } });
    expect(text(one(element, '.line'))).to.equal('soundBlocked it is. Turn on');
    click('mend');
    expect(heard('omni-mend-request').map(({ kind }) => kind)).to.deep.equal(['soundBlocked']);
  });

  it('has no button where the page cannot mend it', async () => {
    const { element } = await line({ presence: { problems: [problem('clockOff', null)] } });
    expect(within(element, '[part=mend]')).to.have.length(0);
  });

  it('says so where requests make no sound', async () => {
    const effective = storyConfiguration.effective!;
    const settings = {
      ...effective.settings,
      playRequestSound: { value: false, source: 'configuration' as const },
    };
    const configuration = { ...storyConfiguration, effective: { ...effective, settings } };
    const { element } = await line({ configuration });
    expect(text(one(element, '.line'))).to.equal('Requests make no sound');
  });

  it('says why the default sound rings instead of the custom one', async () => {
    const { element } = await line({ sound: { fallback: 'Your custom sound is longer than 30 s.' } });
    expect(text(one(element, '.line'))).to.equal('Your custom sound is longer than 30 s. Test');
  });

  it('sets the volume from 20 to 100 percent, by keys too', async () => {
    const { element, click, heard } = await line({ sound: { volumePercent: 30 } });
    click('open-settings');
    const slider = one(element, 'input') as HTMLInputElement;
    slider.focus();
    await press('ArrowRight', 'Home', 'End');
    expect(heard('omni-set-volume-request').map(({ volumePercent }) => volumePercent)).to.deep.equal([
      35, 20, 100,
    ]);
    expect(slider.getAttribute('aria-valuetext')).to.equal('30%');
  });

  it('tells the shortcuts, and leaves out one that is switched off', async () => {
    const { element } = await line();
    const keys = () => within(element, 'kbd').map(({ textContent }) => textContent);
    expect(keys()).to.deep.equal(['Alt+A', 'Alt+D']);
    element.shortcuts = { accept: 'Ctrl+Enter', decline: '' };
    await element.updateComplete;
    expect(keys()).to.deep.equal(['Ctrl+Enter']);
  });

  it('shows a sentence as text, whatever it holds', async () => {
    const { element } = await line({ sound: { fallback: HOSTILE } });
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
  });
});
