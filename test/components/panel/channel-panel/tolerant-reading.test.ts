import { expect } from '@open-wc/testing';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import type { ServerMessage } from '../../../../src/protocol/messages.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('<omni-channel-panel> with a server that sends what it cannot read', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let problems: string[];

  beforeEach(() => {
    ({ backend } = page);
    problems = [];
    panel = page.create();
    panel.addEventListener('omni-problem', ({ problem, detail }) => problems.push(`${problem}: ${detail}`));
  });

  /** What all elements of the panel show. */
  const shown = () =>
    [panel, ...everything(panel.shadowRoot!).filter(({ localName }) => localName.startsWith('omni-'))]
      .map(text)
      .join(' ');
  const shows = (words: RegExp) => until(`it shows ${words.source}`, () => words.test(shown()));
  const signedIn = async () => {
    document.body.append(panel);
    await untilSignedIn(panel);
  };
  const noted = () =>
    panel.getFlightRecord().flatMap(({ kind, about }) => (kind === 'problem' ? [about.detail] : []));
  /** Changes the agent works of each snapshot. */
  const tamper = (change: (works: unknown[]) => unknown) => {
    backend.connection.tamper = (message: ServerMessage) =>
      'snapshot' in message
        ? { ...message, snapshot: { ...message.snapshot, agentWorks: change(message.snapshot.agentWorks) } }
        : message;
  };

  it('shows everything but a settled work that breaks the schema, and removes a stale request', async () => {
    await signedIn();
    const stale = backend.connection.put(aRequest({ subject: 'A stale request' }));
    await shows(/A stale request/);
    backend.connection.works.delete(stale.id);
    backend.connection.works.set('other', aRequest({ id: 'other', subject: 'Another request' }));
    tamper((works) => [{ ...aRequest(), status: 'closed', stamp: { size: 1 } }, ...works]);
    backend.connection.skipRevision();
    backend.connection.setStatus('lunch');
    await shows(/Another request/);
    const toasts = everything(panel.shadowRoot!).filter(({ localName }) =>
      /^omni-work-request(?!s)/.test(localName),
    );
    expect(toasts.length).to.equal(1);
    expect(text(toasts[0]!)).to.contain('Another request');
    expect(shown()).to.contain('Lunch');
    expect(problems.length).to.equal(1);
    expect(problems[0]).to.match(/^message: .*\/snapshot\/agentWorks\/0\/stamp/);
    expect(noted()).to.deep.equal([problems[0]!.slice('message: '.length)]);
  });

  it('shows work of a type that it does not know, a reason and a status that it does not know', async () => {
    tamper((works) =>
      works.map((work) => ({ ...(work as object), channel: { id: 'video', name: 'Video', type: 'video' } })),
    );
    const request = aRequest({ subject: 'See me' });
    backend.connection.works.set(request.id, request);
    await signedIn();
    await shows(/New work/);
    await shows(/Video/);
    backend.connection.tamper = (message) =>
      JSON.parse(
        JSON.stringify(message)
          .replace('"kind":"busy"', '"kind":"learning"')
          .replace('"cause":"rep"', '"cause":"supervisor"')
          .replace('"cancelReason":"withdrawn"', '"cancelReason":"merged"'),
      ) as unknown;
    backend.connection.happens(request.id, { type: 'canceled', reason: 'withdrawn' });
    await shows(/Canceled/);
    backend.connection.setStatus('lunch');
    await shows(/Lunch since/);
    expect(problems).to.deep.equal([]);
  });

  it('never says that it is connected while it cannot use the state, and says so when it can', async () => {
    const said: string[] = [];
    tamper(() => 'none');
    document.body.append(panel);
    await until('two attempts were made', () => {
      said.push(shown());
      return problems.length >= 2;
    });
    await shows(/What the server sent could not be read/);
    expect(said.join('\n')).to.not.match(/\bConnected\b/);
    expect(shown()).to.not.match(/\bConnected\b/);
    expect(panel.getServicePresenceStatusId()).to.equal(null);
    for (const problem of problems)
      expect(problem).to.equal(
        'message: The server sent a welcome that breaks the schema at /snapshot/agentWorks.',
      );
    backend.connection.tamper = null;
    await untilSignedIn(panel);
    await shows(/Connected/);
  });
});
