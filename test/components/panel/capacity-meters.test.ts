import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/panel/capacity-meters/capacity-meters.ts';
import { works } from '../../../components/shared/stories/story-fixtures.ts';
import { mount, text, within } from '../../helpers/mount.ts';

describe('capacity meters', () => {
  async function meters(primary: [number, number], interruptible: [number, number]) {
    const pool = ([used, total]: [number, number]) => ({ used, total });
    const capacity = { primary: pool(primary), interruptible: pool(interruptible) };
    const { get } = await mount(html`<omni-capacity-meters></omni-capacity-meters>`, {
      work: works([], { capacity }),
    });
    const element = get('omni-capacity-meters');
    const bars = within(element, 'path:not(.track)').map((path) => path.getAttribute('d'));
    return { said: within(element, 'div').map((meter) => text(meter)), bars };
  }

  it('show used and total, separately for primary and interruptible', async () => {
    const { said, bars } = await meters([6, 10], [2.25, 6]);
    expect(said).to.deep.equal(['Primary 6 of 10', 'Interruptible 2.25 of 6']);
    expect(bars).to.deep.equal(['M0 3H60', 'M0 3H37.5']);
  });

  it('say in words that a pool is full or over capacity', async () => {
    const { said, bars } = await meters([10, 10], [8, 6]);
    expect(said).to.deep.equal(['Primary 10 of 10 full', 'Interruptible 8 of 6 full']);
    expect(bars).to.deep.equal(['M0 3H100', 'M0 3H100']);
  });

  it('show no capacity for an empty pool', async () => {
    const { said } = await meters([0, 5], [0, 0]);
    expect(said).to.deep.equal(['Primary 0 of 5', 'Interruptible none']);
  });
});
