import { button, setAttributes } from './dom.ts';
import { icon } from './icons.ts';

const KEY = 'workspace/theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Applies the user's choice; without one the page follows the system. */
export function applyTheme(): void {
  const chosen = recall();
  if (chosen) document.documentElement.dataset.theme = chosen;
}

/** A button that switches between light and dark. */
export function themeSwitch(label: string): HTMLButtonElement {
  const made = button({ class: 'rail-button', title: label, 'aria-label': label }, () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Blocked: the choice lasts until the next reload.
    }
    draw();
  });
  const draw = () => {
    setAttributes(made, { 'aria-pressed': String(isDark()) });
    made.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  };
  system.addEventListener('change', draw);
  draw();
  return made;
}

function isDark(): boolean {
  return (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
}

function recall(): 'light' | 'dark' | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}
