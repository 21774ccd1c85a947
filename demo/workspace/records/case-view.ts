import { element, text } from '../../dom.ts';
import type { Desk } from '../desk.ts';
import { notesView } from './notes-view.ts';
import type { AgentWork } from '../panel.ts';
import { findScenario } from '../try-it/scenarios.ts';
import type { WorkView } from './work-view.ts';

/** A case: its description, and the rep's notes. */
export function caseView(work: AgentWork, desk: Desk): WorkView {
  const said = findScenario(work)?.opening ?? [];
  const facts = work.highlights.map(({ label, value }) =>
    element('div', {}, element('dt', {}, text(label)), element('dd', {}, text(value))),
  );
  return {
    element: element(
      'div',
      { class: 'case' },
      facts.length > 0 ? element('dl', { class: 'tiles' }, ...facts) : null,
      ...said.map((line) => element('p', { dir: 'auto' }, line)),
      notesView(work, desk.memory),
    ),
    update: () => undefined,
    shown: () => undefined,
    stop: () => undefined,
  };
}
