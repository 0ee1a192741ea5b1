import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The built WeChat bundle, as files: what it contains and how big its packages are. */
export const weappDist = resolve(__dirname, '../../miniapp/dist/weapp');
export const h5Dist = resolve(__dirname, '../../miniapp/dist/h5');

export interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  preloadRule: Record<string, { network: string; packages: string[] }>;
}

/** Says plainly what to do when there is no build; a spec that needs one never passes without. */
export function requireBuild(dist: string, command: string): void {
  if (!existsSync(dist))
    throw new Error(`${relative(process.cwd(), dist)} 不存在：请先运行 npm run ${command}`);
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

export function readAppJson(dist = weappDist): AppJson {
  return JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson;
}

/** Every page with its package; tab pages first. */
export function pagesOf(app: AppJson): string[] {
  return [...app.pages, ...app.subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
}

/** Bytes that WeChat counts, per package; '' is the main one. Licence texts are not uploaded. */
export function packageSizes(dist = weappDist): Map<string, number> {
  const roots = readAppJson(dist).subPackages.map((sub) => sub.root);
  const sizes = new Map<string, number>([['', 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const file of filesBelow(dist)) {
    if (/\.(txt|map)$|project\.config\.json$/.test(file)) continue;
    const path = relative(dist, file);
    const root = roots.find((name) => path.startsWith(`${name}/`)) ?? '';
    sizes.set(root, (sizes.get(root) ?? 0) + statSync(file).size);
  }
  return sizes;
}
