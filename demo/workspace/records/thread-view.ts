import { element, setText, text } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { firstName } from './customers.ts';
import { isOver, type Desk } from '../desk.ts';
import { atTime } from '../format.ts';
import type { AgentWork } from '../panel.ts';
import type { Message } from './conversation.ts';
import { words } from '../words/words.ts';
import type { WorkView } from './work-view.ts';

/** Messaging and chat: the messages, and the rep's input. */
export function threadView(first: AgentWork, desk: Desk): WorkView {
  let work = first;
  const conversation = desk.conversationOf(first);
  const customer = firstName(first.customerName);
  const list = element('ol');
  const thread = element(
    'div',
    { class: 'thread', role: 'log', tabindex: 0, 'aria-label': words.messagesWith(first.customerName) },
    list,
  );
  const typing = element('p', { class: 'typing', dir: 'auto' });
  const field = element('textarea', {
    rows: 2,
    dir: 'auto',
    'aria-label': words.replyTo(customer),
    placeholder: words.replyTo(customer),
    maxlength: 2000,
  });
  const writer = element(
    'form',
    { class: 'writer' },
    field,
    element(
      'div',
      {},
      element('span', { class: 'hint' }, words.enterSends),
      element('button', { type: 'submit', class: 'button primary' }, icon('send', 'small'), words.send),
    ),
  );
  const drawn: Message[] = [];

  const send = () => {
    const written = field.value.trim();
    if (written === '' || isOver(work)) return;
    conversation.say(written, desk.nameFor(work.channel.type));
    field.value = '';
  };
  writer.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  field.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter accepts its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });

  const draw = () => {
    const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 40;
    for (const message of conversation.messages.slice(drawn.length)) {
      list.append(messageRow(message, drawn.at(-1)));
      drawn.push(message);
    }
    setText(typing, conversation.isTyping ? words.isTyping(customer) : '');
    if (atEnd) thread.scrollTop = thread.scrollHeight;
  };
  const stop = conversation.subscribe(draw);
  draw();
  return {
    element: element('div', { class: 'talk' }, thread, typing, writer),
    update(latest) {
      work = latest;
      writer.hidden = isOver(latest);
    },
    shown: () => (thread.scrollTop = thread.scrollHeight),
    stop,
  };
}

function messageRow(message: Message, before: Message | undefined): HTMLElement {
  // Consecutive messages from one person are grouped: the name and time are below the last one.
  const follows = before?.from === message.from && message.at - before.at < 60_000;
  const row = element(
    'li',
    { class: message.from, 'data-follows': follows },
    element('p', { dir: 'auto' }, message.text),
    element('span', { class: 'by' }, text(message.name), ' · ', element('time', {}, atTime(message.at))),
  );
  return row;
}
