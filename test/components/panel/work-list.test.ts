import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  accepted,
  HOSTILE,
  NOW,
  raised,
  request,
  works,
} from '../../../components/shared/stories/story-fixtures.ts';
import '../../../components/panel/work-list/work-list.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { everything, focused, hasFocus, mount, one, press, text, within } from '../../helpers/mount.ts';

describe('work list', () => {
  async function list(work = works(accepted)) {
    const mounted = await mount(html`<omni-work-list></omni-work-list>`, { work });
    const element = mounted.get('omni-work-list');
    return { ...mounted, element, rows: () => within(element, 'li').map((row) => text(row)) };
  }

  it('shows accepted work, latest first, with the time since then', async () => {
    const { rows } = await list();
    expect(rows()).to.deep.equal([
      'Voice Card charged twice at checkout Amara Okafor 4:12 End',
      'Messaging Where is my replacement router? Customer left · Jonas Lindqvist 11:38 End',
      'Case Address change, contract 20418 Mei-Ling Zhao 1:04:00 Close',
    ]);
  });

  it('counts up once a second, with one timer for all rows', async () => {
    const { rows, clock } = await list();
    expect(clock.waiting).to.equal(1);
    await clock.advance(1000);
    expect(rows()[0]).to.contain('4:13');
  });

  it('shows a flag that is up, with its message as text', async () => {
    const flag = { ...raised, message: HOSTILE };
    const flagged = accepted.map((work, index) => (index === 0 ? { ...work, flag } : work));
    const { element, rows, contexts } = await list(works(flagged));
    expect(rows()[0]).to.contain('Flagged for a supervisor');
    expect(text(one(element, '.flag'))).to.contain(HOSTILE);
    expect(within(element, '.flag')).to.have.length(1);
    expect(one(element, '.flag svg').getAttribute('aria-hidden')).to.equal('true');
    contexts.style.inlineSize = '320px';
    await rendered();
    expect(element.scrollWidth).to.equal(element.clientWidth);
  });

  it('shows no flag that is down', async () => {
    const flag = { ...raised, isFlagged: false };
    const { element } = await list(works(accepted.map((work) => ({ ...work, flag }))));
    expect(within(element, '.flag')).to.have.length(0);
  });

  it('is no wider with the transfer form of a work with a long subject', async () => {
    const subject = 'Refund for the wrong invoice of last month, second reminder, with all documents';
    const { element, contexts } = await list(
      works([request('a', { status: 'opened', openedAt: NOW, channel: 'messaging', subject })]),
    );
    contexts.style.inlineSize = '320px';
    one(element, '[part=transfer]').click();
    await rendered();
    const form = one(element, 'omni-transfer-dialog').shadowRoot!.querySelector('form')!;
    expect(form.getBoundingClientRect().width).to.be.lessThan(320);
    expect(element.scrollWidth).to.equal(element.clientWidth);
  });

  it('is empty and uses no timer without work', async () => {
    const { element, clock } = await list(works([request('left', { status: 'closed' })]));
    expect(text(element)).to.equal('No work now');
    expect(clock.waiting).to.equal(0);
  });

  it('lists the requests that wait too, most urgent first, with the time left', async () => {
    const waiting = [
      request('later', { subject: 'Later', stamp: { deadline: NOW + 50_000 } }),
      request('never', { subject: 'Never', channel: 'case', stamp: { deadline: null } }),
      request('soon', { subject: 'Soon', stamp: { deadline: NOW + 9_000 } }),
    ];
    const { element, rows, clock } = await list(works([...waiting, ...accepted.slice(0, 1)]));
    expect(text(one(element, '.head'))).to.equal('Waiting for your answer');
    expect(rows()).to.deep.equal([
      'Voice Soon Ines Carvalho 0:09 Accept',
      'Voice Later Ines Carvalho 0:50 Accept',
      'Case Never Ines Carvalho Accept',
      'Voice Card charged twice at checkout Amara Okafor 4:12 End',
    ]);
    await clock.advance(1000);
    expect(rows()[0]).to.contain('0:08');
  });

  it('highlights the time left from ten seconds on, as the toast does', async () => {
    const { element, clock } = await list(works([request('a', { stamp: { deadline: NOW + 11_000 } })]));
    const isHighlighted = () => one(element, '.time').classList.contains('bad');
    expect(isHighlighted()).to.equal(false);
    await clock.advance(1000);
    expect(isHighlighted()).to.equal(true);
  });

  it('accepts a request, once, and brings its toast into reach', async () => {
    const { element, heard, change, contexts } = await list(works([request('a')]));
    const revealed: string[] = [];
    contexts.addEventListener('omni-reveal', ({ workId }) => revealed.push(workId));
    one(element, '[part=reveal]').click();
    expect(revealed).to.deep.equal(['a']);
    one(element, '[part=accept]').click();
    expect(heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['a']);
    await change({ work: works([request('a')], { answers: { a: { kind: 'accept', state: 'checking' } } }) });
    one(element, '[part=accept]').click();
    expect(heard('omni-accept-request')).to.have.length(1);
  });

  it('does not accept the request that moves under the pointer', async () => {
    const { element, heard, change } = await list(works([request('a'), request('b')]));
    await change({ work: works([request('b')]) });
    one(element, '[part=accept]').click();
    expect(heard('omni-accept-request')).to.have.length(0);
  });

  it('does not offer to accept what is accepted automatically', async () => {
    const { element, heard } = await list(works([request('a', { stamp: { automatic: true } })]));
    one(element, '[part=accept]').click();
    expect(heard('omni-accept-request')).to.have.length(0);
    expect(one(element, '[part=accept]').ariaDisabled).to.equal('true');
  });

  it('brings the record to the front on a click', async () => {
    const { element, heard } = await list();
    within(element, '[part=show]')[1]?.click();
    expect(heard('omni-show-record-request').map(({ workId }) => workId)).to.deep.equal(['router']);
  });

  it('ends a conversation, or closes work without one, with the button beside it', async () => {
    const { element, heard } = await list();
    const buttons = within(element, '[part=close]');
    expect(buttons.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'End conversation: Card charged twice at checkout',
      'End conversation: Where is my replacement router?',
      'Close: Address change, contract 20418',
    ]);
    buttons[2]?.click();
    expect(heard('omni-close-request').map(({ workId }) => workId)).to.deep.equal(['address']);
  });

  it('does not end work that moves under the pointer during a double click', async () => {
    const { element, change, clock, heard } = await list();
    within(element, '[part=close]')[0]?.click();
    await change({ work: works(accepted.filter(({ id }) => id !== 'charged')) });
    within(element, '[part=close]')[0]?.click();
    await clock.advance(399);
    within(element, '[part=close]')[0]?.click();
    expect(heard('omni-close-request').map(({ workId }) => workId)).to.deep.equal(['charged']);
    await clock.advance(1);
    within(element, '[part=close]')[0]?.click();
    expect(heard('omni-close-request').map(({ workId }) => workId)).to.deep.equal(['charged', 'router']);
  });

  it('moves the focus on when the focused work is gone, and keeps it otherwise', async () => {
    const { element, change, heard } = await list();
    within(element, '[part=close]')[0]?.focus();
    await change({ work: works(accepted.filter(({ id }) => id !== 'router')) });
    expect(focused()).to.equal(within(element, '[part=close]')[0]);
    await change({ work: works(accepted.filter(({ id }) => id === 'address')) });
    // A key that is held down must not end the work that took its place.
    expect(hasFocus(within(element, '[part=show]')[0])).to.equal(true);
    expect(heard('omni-focus-left')).to.have.length(0);
    await change({ work: works([]) });
    expect(heard('omni-focus-left')).to.have.length(1);
  });

  it('shows that ending is waiting for the server, and allows no second attempt', async () => {
    const answers = { charged: { kind: 'end-conversation', state: 'checking' } } as const;
    const { element, heard } = await list(works(accepted, { answers }));
    const [first] = within(element, '[part=close]');
    expect(text(first!)).to.equal('Checking');
    first?.click();
    expect(heard('omni-close-request')).to.have.length(0);
  });

  it('leaves out work in wrap-up, which is shown separately', async () => {
    const { element } = await list(works([request('w', { status: 'afterConversationWork', openedAt: NOW })]));
    expect(text(element)).to.equal('No work now');
  });

  it('shows text as text, whatever it contains', async () => {
    const hostile = request('h', {
      status: 'opened',
      subject: HOSTILE,
      customerName: HOSTILE,
      openedAt: NOW,
    });
    const { element } = await list(works([hostile]));
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
    expect(text(element)).to.contain(HOSTILE);
  });

  describe('transfer', () => {
    it('is offered for calls and messages, with a labelled button', async () => {
      const { element } = await list();
      expect(within(element, '[part=transfer]').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
        'Transfer: Card charged twice at checkout',
        'Transfer: Where is my replacement router?',
      ]);
    });

    it('opens one dialog at its row, which new work does not clear, and returns the focus', async () => {
      const { element, change, get } = await list();
      within(element, '[part=transfer]')[1]?.click();
      await rendered();
      const dialog = get('omni-transfer-dialog');
      const search = one(dialog, '[type=search]') as HTMLInputElement;
      search.value = 'bil';
      const later = request('later', { status: 'opened', channel: 'messaging', openedAt: NOW });
      await change({ work: works([later, ...accepted]) });
      expect(get('omni-transfer-dialog')).to.equal(dialog);
      expect(search.value).to.equal('bil');
      expect(hasFocus(search)).to.equal(true);
      expect((one(dialog, 'dialog') as HTMLDialogElement).open).to.equal(true);
      const rows = within(element, 'li').map((row) => row.getBoundingClientRect());
      const { top, bottom } = dialog.getBoundingClientRect();
      expect(top).to.be.greaterThan(rows[1]!.bottom);
      expect(top - rows[2]!.top).to.be.lessThan(70);
      expect(bottom).to.be.lessThan(rows[3]!.top + 1);
      await press('Escape');
      expect(within(element, 'omni-transfer-dialog')).to.have.length(0);
      expect(hasFocus(within(element, '[part=transfer]')[2])).to.equal(true);
    });

    it('closes the dialog when the work is gone, and moves the focus on', async () => {
      const { element, change, heard } = await list();
      within(element, '[part=transfer]')[0]?.click();
      await rendered();
      await change({ work: works(accepted.filter(({ id }) => id !== 'charged')) });
      expect(within(element, 'omni-transfer-dialog')).to.have.length(0);
      expect(heard('omni-focus-left')).to.have.length(0);
      expect(hasFocus(within(element, '[part=show]')[0])).to.equal(true);
    });

    it('shows that it is waiting for the server, and opens no second dialog', async () => {
      const answers = { router: { kind: 'transfer', state: 'checking' } } as const;
      const { element } = await list(works(accepted, { answers }));
      const button = within(element, '[part=transfer]')[1];
      expect(button?.ariaLabel).to.equal('Checking: Where is my replacement router?');
      button?.click();
      await rendered();
      expect(within(element, 'omni-transfer-dialog')).to.have.length(0);
    });

    it('shows in the row why it was refused', async () => {
      const refusals = { router: 'You may not transfer this work there.' };
      const { element, rows } = await list(works(accepted, { refusals }));
      expect(rows()[1]).to.contain(refusals.router);
      expect(text(one(element, '[role=alert]'))).to.equal(refusals.router);
    });

    it('shows who else is in the conversation, and who is invited', async () => {
      const { rows } = await list(
        works(
          accepted.map((work) => ({
            ...work,
            conference:
              work.id === 'router'
                ? {
                    with: ['Amara Okafor', 'Noah Fischer'],
                    invited: { kind: 'queue', id: 'billing', name: 'Billing' },
                  }
                : null,
          })),
        ),
      );
      expect(rows()[1]).to.contain('With Amara Okafor, Noah Fischer · Asking Billing to join');
    });
  });
});
