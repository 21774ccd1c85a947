import { element } from '../../dom.ts';
import { icon } from '../../icons.ts';
import { atTime } from '../format.ts';
import type { Memory } from '../memory.ts';
import type { AgentWork } from '../panel.ts';
import { words } from '../words/words.ts';

interface Note {
  readonly text: string;
  readonly at: number;
}

let made = 0;

/** The rep's notes on a record, kept in this browser tab. */
export function notesView(work: AgentWork, memory: Memory): HTMLElement {
  made += 1;
  const key = `notes/${work.recordId}`;
  let notes = memory.recall<readonly Note[]>(key, [], isNotes);
  const list = element('ol', { class: 'notes-list', 'aria-label': words.notes });
  const field = element('textarea', { id: `note-${made}`, rows: 3, maxlength: 2000 });
  const form = element(
    'form',
    {},
    element('label', { for: `note-${made}` }, words.note),
    field,
    element('button', { type: 'submit', class: 'button' }, icon('note', 'small'), words.saveNote),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') {
      field.focus();
      return;
    }
    const note = { text, at: Date.now() };
    notes = [...notes, note];
    memory.keep(key, notes);
    list.prepend(row(note));
    field.value = '';
  });
  list.append(...notes.map(row).reverse());
  return element('section', { class: 'notes', 'aria-label': words.notes }, form, list);
}

function row({ text, at }: Note): HTMLElement {
  return element('li', {}, element('p', { dir: 'auto' }, text), element('time', {}, atTime(at)));
}

function isNotes(value: unknown): value is readonly Note[] {
  return Array.isArray(value) && value.every((one) => typeof (one as Note | null)?.text === 'string');
}
