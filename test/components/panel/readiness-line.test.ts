import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../components/panel/readiness-line/readiness-line.ts';
import { HOSTILE, storyConfiguration } from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import { until } from '../../helpers/until.ts';
import { everything, middle, mount, one, press, text, within } from '../../helpers/mount.ts';

describe('readiness line', () => {
  async function line(context: StoryContext = {}) {
    const mounted = await mount(html`<omni-readiness-line></omni-readiness-line>`, context);
    const element = mounted.get('omni-readiness-line');
    return { ...mounted, element, click: (part: string) => one(element, `[part=${part}]`).click() };
  }
  const problem = (kind: 'soundBlocked' | 'notificationsOff' | 'clockOff', fix: string | null) =>
    ({ kind, severity: 'warns', sentence: `${kind} it is.`, fix }) as const;

  it('says that sound is ready, and plays it on request', async () => {
    const { element, heard } = await line();
    expect(text(one(element, '.line'))).to.equal('Sound ready Test');
    one(element, '.line [part=test]').click();
    expect(heard('omni-test-sound-request').map(({ sound }) => sound)).to.deep.equal(['request']);
  });

  it('plays both sounds from the settings, and stops the one that is playing', async () => {
    const { element, click, heard, change } = await line();
    click('open-settings');
    const buttons = () => within(element, '[popover] [part=test]');
    expect(buttons().map(text)).to.deep.equal(['Request', 'Alarm']);
    for (const button of buttons()) button.click();
    expect(heard('omni-test-sound-request').map(({ sound }) => sound)).to.deep.equal(['request', 'alarm']);
    await change({ sound: { testing: true, tested: 'alarm' } });
    expect(buttons().map(text)).to.deep.equal(['Request', 'Stop']);
    expect(text(one(element, '.line'))).to.equal('Sound ready Test');
  });

  it('closes the settings with a click on the button that opened them', async () => {
    const { element } = await line();
    const button = one(element, '[part=open-settings]');
    const settings = one(element, '[part=settings]');
    await sendMouse({ type: 'click', position: middle(button) });
    expect(settings.matches(':popover-open')).to.equal(true);
    await sendMouse({ type: 'click', position: middle(button) });
    expect(settings.matches(':popover-open')).to.equal(false);
    await resetMouse();
  });

  describe('lets the rep choose the devices:', () => {
    const [headset, speakers] = [
      { id: 'h', label: 'Headset' },
      { id: 's', label: HOSTILE },
    ];
    const output = { canChoose: true, devices: [headset, speakers], main: null, second: null, missing: [] };
    const options = (element: Element, place: string) =>
      [...(one(element, `[data-place=${place}]`) as HTMLSelectElement).options].map(
        (option) => `${option.text}${option.selected ? ' *' : ''}`,
      );
    function pick(element: Element, place: string, value: string): void {
      const select = one(element, `[data-place=${place}]`) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }

    it('one to ring on and a second one, with the default listed first', async () => {
      const { element, click, heard } = await line({ sound: { output: { ...output, main: headset } } });
      click('open-settings');
      expect(options(element, 'main')).to.deep.equal(['System default', 'Headset *', HOSTILE]);
      expect(options(element, 'second')).to.deep.equal(['No other device *', HOSTILE]);
      pick(element, 'main', 's');
      pick(element, 'main', '');
      pick(element, 'second', 's');
      expect(heard('omni-set-output-request').map(({ place, deviceId }) => [place, deviceId])).to.deep.equal([
        ['main', 's'],
        ['main', null],
        ['second', 's'],
      ]);
    });

    it('lists them when the settings open, and asks for permission only on a click', async () => {
      const { element, click, heard } = await line();
      click('open-settings');
      await until('the popover says so', () => heard('omni-find-outputs-request').length === 1);
      expect(text(one(element, '.why'))).to.contain('only if you allow it');
      click('find');
      expect(heard('omni-find-outputs-request').map(({ ask }) => ask)).to.deep.equal([false, true]);
    });

    it('an unplugged one stays visible as chosen', async () => {
      const { element } = await line({
        sound: { output: { ...output, devices: [speakers], main: headset, missing: ['Headset'] } },
      });
      expect(options(element, 'main')).to.deep.equal(['System default', HOSTILE, 'Headset *']);
    });

    it('not if the browser cannot', async () => {
      const { element } = await line({ sound: { output: { ...output, canChoose: false } } });
      expect(within(element, 'select, .why')).to.have.length(0);
    });
  });

  it('shows the most important problem only, with the one button that fixes it', async () => {
    const problems = [problem('soundBlocked', 'Turn on'), problem('notificationsOff', 'Allow')];
    const { element, click, heard } = await line({ presence: { problems } });
    expect(text(one(element, '.line'))).to.equal('soundBlocked it is. Turn on');
    click('fix');
    expect(heard('omni-fix-problem-request').map(({ problem }) => problem)).to.deep.equal(['soundBlocked']);
  });

  it('lets the rep dismiss a warning: sound is ready again, and the settings have the warning', async () => {
    const warning = problem('notificationsOff', 'Turn on');
    const { element, click, heard, change } = await line({ presence: { problems: [warning] } });
    click('dismiss');
    expect(heard('omni-dismiss-problem-request').map(({ problem }) => problem)).to.deep.equal([
      'notificationsOff',
    ]);
    await change({ presence: { problems: [{ ...warning, dismissed: true }] } });
    expect(text(one(element, '.line'))).to.equal('Sound ready Test');
    click('open-settings');
    expect(text(one(element, '.warning'))).to.equal('notificationsOff it is. Turn on');
    click('fix-dismissed');
    expect(heard('omni-fix-problem-request').map(({ problem }) => problem)).to.deep.equal([
      'notificationsOff',
    ]);
  });

  it('offers to dismiss warnings only, and shows what is merely slow as no fault', async () => {
    const slow = {
      kind: 'noConfiguration',
      severity: 'waits',
      sentence: 'Loading your settings…',
      fix: null,
    } as const;
    const { element, change } = await line({ presence: { problems: [slow] } });
    expect(text(one(element, '.line'))).to.equal('Loading your settings…');
    expect(one(element, '.line').className).to.not.match(/warns|blocks/);
    await change({ presence: { problems: [{ ...problem('soundBlocked', 'Turn on'), severity: 'blocks' }] } });
    expect(within(element, '[part=dismiss]')).to.have.length(0);
  });

  it('has no button if the page cannot fix the problem', async () => {
    const { element } = await line({ presence: { problems: [problem('clockOff', null)] } });
    expect(within(element, '[part=fix]')).to.have.length(0);
  });

  it('says so if requests make no sound', async () => {
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

  it('ranks that above warnings and below blocking problems', async () => {
    const warns = problem('notificationsOff', 'Turn on');
    const sound = { fallback: 'Your custom sound is longer than 30 s.' };
    const { element, change } = await line({ presence: { problems: [warns] }, sound });
    expect(text(one(element, '.line'))).to.equal('Your custom sound is longer than 30 s. Test');
    await change({
      presence: { problems: [{ ...problem('soundBlocked', null), severity: 'blocks' }, warns] },
    });
    expect(text(one(element, '.line'))).to.equal('soundBlocked it is.');
  });

  it('sets the volume from 20 to 100 percent, with keys too', async () => {
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

  it('tests a notification', async () => {
    const { get, heard } = await mount(html`<omni-readiness-line></omni-readiness-line>`);
    const button = one(get('omni-readiness-line'), '[part=test-notification]');
    button.click();
    expect(heard('omni-test-notification-request')).to.have.length(1);
    expect(text(button)).to.equal('Test');
  });

  it('lists the shortcuts, without those that are switched off', async () => {
    const { element } = await line();
    const keys = () => within(element, 'kbd').map(({ textContent }) => textContent);
    expect(keys()).to.deep.equal(['Alt+A', 'Alt+D']);
    element.shortcuts = { accept: 'Ctrl+Enter', decline: '' };
    await element.updateComplete;
    expect(keys()).to.deep.equal(['Ctrl+Enter']);
  });

  it('shows a sentence as text, whatever it contains', async () => {
    const { element } = await line({ sound: { fallback: HOSTILE } });
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
  });
});
