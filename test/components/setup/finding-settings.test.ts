import { expect } from '@open-wc/testing';
import { text } from '../../helpers/mount.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('finding a setting', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.open('Billing voice');
  });
  afterEach(() => setup.close());

  const headings = () => [...setup.editor.shadowRoot!.querySelectorAll('h2')].map(text);
  const fields = () =>
    setup
      .all('omni-setting-field')
      .filter((field) => !field.hidden)
      .map(({ field }) => field.pointer);
  async function find(wanted: string): Promise<void> {
    const input = setup.editor.shadowRoot!.querySelector<HTMLInputElement>('.find input')!;
    input.value = wanted;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await setup.settled();
  }

  it('goes by the words of the field, whatever the choice is called', async () => {
    for (const wanted of [
      'Automatically accept work requests',
      'allow reps to decline',
      'requests automatically',
    ]) {
      await find(wanted);
      expect(fields(), wanted).to.deep.equal(['/allowDecline']);
    }
    expect(text(setup.field('/allowDecline')!)).to.contain('Automatically accept work requests');
  });

  it('shows a whole section that is looked for, also of who is assigned', async () => {
    await find('wrap-up');
    expect(headings()).to.deep.equal(['Wrap-up (ACW)']);
    expect(fields().length).to.equal(5);
    await find('profiles');
    expect(headings()).to.include('Profiles');
    await find('nickname');
    expect(fields()).to.deep.equal(['/agentAlias']);
    await find('messaging transfers');
    expect(headings()).to.deep.equal(['Agent settings']);
  });

  it('says if there is none, and shows all again', async () => {
    await find('xyz');
    expect(headings()).to.deep.equal([]);
    expect(setup.shows('Nothing found')).to.equal(true);
    await find('');
    expect(headings().length).to.equal(7);
  });

  it('ends where a problem has to be shown', async () => {
    await setup.write('/capacity', '0');
    await find('sound');
    expect(fields()).to.not.include('/capacity');
    await setup.save();
    expect(setup.sentence('/capacity')).to.contain('Capacity must be');
    expect(headings().length).to.equal(7);
  });
});
