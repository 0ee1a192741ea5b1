import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Mounted {
  element: HTMLElement;
  text(): string;
  /** The first element with this role (button, textbox, …) whose name or text contains `name`. */
  byRole(role: string, name?: string): HTMLElement;
  tap(name: string): Promise<void>;
  settle(): Promise<void>;
  unmount(): void;
}

const roleSelectors: Record<string, string> = {
  button: 'button,[role="button"]',
  textbox: 'input:not([type]),input[type="text"],input[type="search"],textarea',
  heading: 'h1,h2,h3',
};

/** Draws a part or a page for a unit spec; `@tarojs/*` are the stubs of tests/support/taro-stubs. */
export function mount(node: ReactElement): Mounted {
  const element = document.createElement('div');
  document.body.append(element);
  const root = createRoot(element);
  act((): void => root.render(node));
  const byRole = (role: string, name = ''): HTMLElement => {
    const all = [...element.querySelectorAll<HTMLElement>(roleSelectors[role] ?? `[role="${role}"]`)];
    const found = all.find((each) =>
      `${each.getAttribute('aria-label') ?? ''} ${each.textContent ?? ''}`.includes(name),
    );
    if (!found) throw new Error(`no ${role} “${name}” in: ${element.textContent ?? ''}`);
    return found;
  };
  return {
    element,
    text: () => element.textContent ?? '',
    byRole,
    tap: (name) => act(async () => byRole('button', name).click()),
    settle: () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0))),
    unmount: () => {
      act((): void => root.unmount());
      element.remove();
    },
  };
}
