/** A node as Taro sends it to WeChat with setData: short keys, attributes as p0, p1, … */
export interface WeappNode {
  /** The template's name; texts have `v` and no children. */
  nn: string;
  sid?: string;
  uid?: string;
  cl?: string;
  v?: string;
  cn?: WeappNode[];
  [key: string]: unknown;
}

export interface Found {
  node: WeappNode;
  /** From the node itself up to the page's root. */
  path: WeappNode[];
}

/** All nodes below `root`, each with the chain of its parents. */
export function walk(root: WeappNode, parents: WeappNode[] = []): Found[] {
  const path = [root, ...parents];
  return [{ node: root, path }, ...(root.cn ?? []).flatMap((child) => walk(child, path))];
}

export function textOf(node: WeappNode): string {
  return typeof node.v === 'string' ? node.v : (node.cn ?? []).map(textOf).join('');
}

const classesOf = (node: WeappNode): string[] => (typeof node.cl === 'string' ? node.cl.split(/\s+/) : []);
export const hasClass = (node: WeappNode, name: string): boolean => classesOf(node).includes(name);

/** The innermost node of a class whose text contains `text`; throws with what is on the page. */
export function find(root: WeappNode, className: string, text = ''): Found {
  const found = walk(root).filter(({ node }) => hasClass(node, className) && textOf(node).includes(text));
  const last = found[found.length - 1];
  if (!last) throw new Error(`no .${className} with “${text}” on: ${textOf(root).slice(0, 400)}`);
  return last;
}

/** Applies one setData call to a page's data; paths look like `root.cn.[0].p3`. */
export function applySetData(data: Record<string, unknown>, change: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(change)) {
    const keys = path
      .replace(/\[(\d+)\]/g, '$1')
      .split('.')
      .filter(Boolean);
    const last = keys.pop();
    if (last === undefined) continue;
    let place: Record<string, unknown> = data;
    for (const key of keys) {
      const next = place[key];
      if (typeof next !== 'object' || next === null) throw new Error(`setData into nothing: ${path}`);
      place = next as Record<string, unknown>;
    }
    place[last] = structuredClone(value);
  }
}
