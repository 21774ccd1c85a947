import { expect } from '@open-wc/testing';
import { PanelError } from '../../../src/errors.ts';
import type { Commands } from '../../../src/services/connection/commands.ts';
import { Flagging } from '../../../src/services/work/flagging.ts';
import { PendingAnswers } from '../../../src/services/work/pending-answers.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('flagging', () => {
  let work: WorkStore;
  let sent: { command: Parameters<Commands['send']>[0]; keep: boolean }[];
  let flagging: Flagging;

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    work.resynchronise([], { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } });
    const connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    sent = [];
    flagging = new Flagging({
      underWay: new PendingAnswers({ work, connection }),
      commands: {
        send(command, { keep }) {
          sent.push({ command, keep });
          return Promise.resolve();
        },
      },
    });
  });

  const put = (changes: Parameters<typeof aRequest>[0]) => {
    const one = aRequest(changes);
    work.put(one);
    return one.id;
  };
  const failure = async (promise: Promise<unknown>): Promise<PanelError> => {
    const error: unknown = await promise.catch((why: unknown) => why);
    expect(error).to.be.instanceOf(PanelError);
    return error as PanelError;
  };

  it('sends each change so that it is kept without a connection, and shows nothing as pending', async () => {
    const agentWorkId = put({ status: 'opened' });
    await flagging.change('raise-flag', agentWorkId, '  Please listen in ');
    await flagging.change('lower-flag', agentWorkId, null);
    expect(sent).to.deep.equal([
      { command: { type: 'raise-flag', agentWorkId, message: 'Please listen in' }, keep: true },
      { command: { type: 'lower-flag', agentWorkId, message: null }, keep: true },
    ]);
    expect(work.state.answers.size).to.equal(0);
  });

  it('sends no message if there is nothing in it', async () => {
    await flagging.change('raise-flag', put({ status: 'afterConversationWork' }), ' \n ');
    expect(sent[0]?.command).to.include({ type: 'raise-flag', message: null });
  });

  it('is refused at once for a request, for work that has ended, and for unknown work', async () => {
    const codes = [];
    for (const id of [put({}), put({ status: 'closed' }), 'nothing'])
      codes.push((await failure(flagging.change('raise-flag', id, null))).code);
    expect(codes).to.deep.equal(['notAcceptable', 'noLongerOpen', 'unknownWork']);
    expect(sent).to.deep.equal([]);
  });

  it('says what is wrong with a message', async () => {
    const id = put({ status: 'opened' });
    const error = await failure(flagging.change('raise-flag', id, 'x'.repeat(256)));
    expect(error.code).to.equal('messageInvalid');
    expect(error.message).to.equal('The message of a flag must have at most 255 characters.');
    expect(sent).to.deep.equal([]);
  });
});
