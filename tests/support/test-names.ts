import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One test as it is written: where it stands, and its name with those of the blocks around it. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

const ROOT = resolve(__dirname, '../..');
const FOLDERS = ['backend/src', 'shared-types/src', 'miniapp/src', 'tests'];
const SPEC = /\.(spec|cluster)\.tsx?$/;

/** Every test of the repository, read from the source: names with parameters stay as they are written. */
export function testNames(): NamedTest[] {
  return FOLDERS.flatMap((folder) => specsIn(join(ROOT, folder))).flatMap(testsOf);
}

function specsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return specsIn(path);
    return SPEC.test(entry.name) ? [path] : [];
  });
}

function testsOf(path: string): NamedTest[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const file = relative(ROOT, path);
  const found: NamedTest[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? callOf(node) : null;
    if (call?.kind === 'test') found.push({ file, name: [...around, call.name].join(' › ') });
    const inside = call?.kind === 'describe' ? [...around, call.name] : around;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, []);
  return found;
}

/** `it('…')`, `test.each(…)('…')`, `describe('…')`: what it is and its name. */
function callOf(node: ts.CallExpression): { kind: 'test' | 'describe'; name: string } | null {
  const [first] = node.arguments;
  const name = first && ts.isStringLiteralLike(first) ? first.text : templateOf(first);
  if (name === null) return null;
  const root = /^(it|test|describe)\b/.exec(node.expression.getText())?.[1];
  if (root === undefined) return null;
  return { kind: root === 'describe' ? 'describe' : 'test', name };
}

const templateOf = (node: ts.Node | undefined): string | null =>
  node && ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : null;
