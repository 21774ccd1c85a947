import { expect } from '@open-wc/testing';
import { text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('an alias that merges a field which may be blank', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
  });
  afterEach(() => setup.close());

  const inside = (selector: string) => setup.field('/agentAlias')!.shadowRoot!.querySelector(selector);
  const said = () => text(inside('.blank') ?? document.createElement('p'));
  const fallback = () => inside('#fallback') as HTMLSelectElement;
  async function fallBackTo(kind: string): Promise<void> {
    fallback().value = kind;
    fallback().dispatchEvent(new Event('change', { bubbles: true }));
    await setup.settled();
  }

  it('names the reps of this configuration whose field is blank', async () => {
    await setup.open('Billing voice');
    await setup.choose('/agentAlias', 'nickname');
    await until('they are named', () => said().includes('Hugo'));
    expect(said()).to.contain('1 rep of this configuration has no nickname: Hugo Ferreira');
    await setup.pick('Users', 'available', 'chen');
    expect(said()).to.contain('2 reps of this configuration have no nickname: Chen Wei, Hugo Ferreira');
    await setup.choose('/agentAlias', 'alias');
    await until('there is nobody', () => said().includes('Every rep of this configuration has an alias.'));
  });

  it('counts for the default configuration whoever is assigned nowhere else', async () => {
    await setup.open('Default Presence Configuration');
    await setup.choose('/agentAlias', 'nickname');
    await until('they are named', () => said().includes('Chen Wei'));
    expect(said()).to.contain('1 rep of this configuration has no nickname: Chen Wei');
  });

  it('is not saved before what customers see instead was chosen', async () => {
    await setup.open('Billing voice');
    await setup.choose('/agentAlias', 'nickname');
    await setup.save();
    expect(setup.sentence('/agentAlias')).to.equal(
      'Agent alias must say what customers see for reps whose field is blank.',
    );
    expect(setup.backend.configurations.received).to.deep.equal([]);
    await fallBackTo('text');
    const typed = inside('.blank input') as HTMLInputElement;
    typed.value = 'Customer care';
    typed.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await setup.save();
    expect(setup.backend.configurations.received[0]!.agentAlias).to.deep.equal({
      kind: 'mergeField',
      field: 'nickname',
      fallback: { kind: 'text', text: 'Customer care' },
    });
  });

  it('says in words in the history what was chosen', async () => {
    await setup.open('Billing voice');
    await setup.choose('/agentAlias', 'nickname');
    await fallBackTo('ownName');
    await setup.save();
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 1);
    await setup.settled();
    expect(text(setup.find('omni-audit-history')!.shadowRoot!.querySelector('tbody')!)).to.equal(
      'Agent alias First Name Nickname, or else: The rep’s own name',
    );
  });

  it('asks again if the server did not answer', async () => {
    let isDown = true;
    setup.backend.records.instead = ({ url }) =>
      isDown && url.includes('withoutNickname') ? Response.error() : null;
    await setup.open('Billing voice');
    await setup.choose('/agentAlias', 'nickname');
    await until('it says so', () => said().includes('The server did not answer.'));
    isDown = false;
    setup.button('Try again').click();
    await until('they are named', () => said().includes('Hugo Ferreira'));
  });
});
