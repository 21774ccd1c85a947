import { a11ySnapshot } from '@web/test-runner-commands';

interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

/** The roles that a user operates, or that a screen reader announces by name when entered. */
const named: ReadonlySet<string> = new Set([
  'alertdialog',
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'link',
  'listbox',
  'menuitem',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
]);

/**
 * The controls without a name in Chromium's accessibility tree, each with the names around it. The browser computes
 * names by rules that axe does not know: a live region within a button, for example, gives it none.
 */
export async function unnamedControls(): Promise<string[]> {
  const unnamed: string[] = [];
  const visit = ({ role, name = '', children = [] }: AccessibleNode, above: string) => {
    const here = `${above} > ${role} “${name}”`;
    if (named.has(role) && name.trim() === '') unnamed.push(here);
    for (const child of children) visit(child, here);
  };
  const root = (await a11ySnapshot({} as never)) as unknown as AccessibleNode | null;
  if (!root) throw new Error('There is no accessibility tree.');
  visit(root, '');
  return unnamed;
}
