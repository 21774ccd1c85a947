import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import '../../../components/setup/setup-preview/setup-preview.ts';
import { itWhereEngineCan } from '../../helpers/engine.ts';
import { unnamedControls } from '../../helpers/unnamed-controls.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('every control has a name in the browser’s accessibility tree', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
  });
  afterEach(() => setup.close());

  const instead = {
    title: 'axe finds a name for each of them',
    test: async () => {
      await setup.open('Billing voice');
      const names = ['aria-input-field-name', 'button-name', 'label', 'link-name', 'select-name'];
      const { violations } = await axe.run(setup.element, { runOnly: { type: 'rule', values: names } });
      expect(violations).to.deep.equal([]);
    },
  };
  const itHasNames = (where: string, test: () => Promise<void>) =>
    itWhereEngineCan('accessibilityTree', where, test, instead);

  itHasNames('in the form of a presence configuration, with everything unfolded', async () => {
    await setup.open('Billing voice');
    await until('the preview is there', () => setup.find('omni-preview-panel') !== undefined);
    await setup.choose('/agentAlias', 'nickname');
    setup.button('Change: Notification sound').click();
    for (const details of setup.all('details')) details.open = true;
    await setup.settled();
    expect(await unnamedControls()).to.deep.equal([]);
  });

  itHasNames('in the form of every other kind of record', async () => {
    for (const [page, name] of [
      ['service-channels', 'Voice'],
      ['routing-configurations', 'Usual'],
      ['queues', 'Refunds'],
      ['flows', 'Returns'],
      ['presence-statuses', 'Available'],
      ['decline-reasons', 'Wrong language'],
      ['explain', 'Amina'],
    ] as const) {
      await setup.turnTo(page);
      await setup.open(name);
      if (page === 'service-channels') setup.button('Change: Sound').click();
      await setup.settled();
      expect(await unnamedControls(), page).to.deep.equal([]);
    }
  });

  itHasNames('in the history and in questions', async () => {
    await setup.open('Billing voice');
    await setup.pick('Users', 'available', 'priya');
    await setup.save();
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 1);
    await setup.settled();
    expect(await unnamedControls()).to.deep.equal([]);
    setup.button('Close').click();
    await setup.settled();
    setup.button('Delete').click();
    await setup.until('Delete Billing voice?');
    expect(await unnamedControls()).to.deep.equal([]);
  });
});
