import { element, setText, text } from '../../dom.ts';
import { initials } from './customers.ts';
import { isOver, type Desk } from '../desk.ts';
import { atTime, duration } from '../format.ts';
import { notesView } from './notes-view.ts';
import type { AgentWork } from '../panel.ts';
import { words } from '../words/words.ts';
import type { WorkView } from './work-view.ts';

/** A call: the customer, the duration, and the rep's notes. */
export function callView(first: AgentWork, desk: Desk): WorkView {
  let work = first;
  let timer: number | undefined;
  let endedAt: number | null = null;
  const time = element('span', { class: 'time', role: 'timer' });
  const since = element('p', { class: 'quiet' });
  const notes = notesView(first, desk.memory);

  const draw = () => {
    clearTimeout(timer);
    const start = work.openedAt ?? Date.now();
    const end = endedAt ?? work.customerLeftAt ?? work.settledAt;
    const lasted = (end ?? Date.now()) - start;
    setText(time, duration(lasted));
    setText(since, words[isOver(work) ? 'startedAt' : 'connectedSince'](atTime(start)));
    // On whole seconds, so that none is skipped.
    if (!isOver(work)) timer = window.setTimeout(draw, 1000 - (lasted % 1000));
  };
  return {
    element: element(
      'div',
      { class: 'call' },
      element(
        'div',
        { class: 'caller' },
        element('span', { class: 'avatar large', 'aria-hidden': 'true' }, initials(first.customerName)),
        element('p', { class: 'name' }, text(first.customerName)),
        time,
        since,
      ),
      notes,
    ),
    update(latest) {
      if (isOver(latest) && !isOver(work)) endedAt = Date.now();
      work = latest;
      draw();
    },
    shown: draw,
    stop: () => clearTimeout(timer),
  };
}
