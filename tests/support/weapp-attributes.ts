import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weappDist } from './weapp-dist';
import type { WeappNode } from './weapp-tree';

/** What base.wxml does with the short keys: per template, the attribute that each p0, p1, … feeds. */
export function templateAttributes(dist = weappDist): Map<string, Map<string, string>> {
  const wxml = readFileSync(join(dist, 'base.wxml'), 'utf8');
  const templates = new Map<string, Map<string, string>>();
  for (const [, name = '', body = ''] of wxml.matchAll(
    /<template name="tmpl_0_([^"]+)">([\s\S]*?)<\/template>/g,
  )) {
    const tag = /<([a-z-]+)([^>]*)>/.exec(
      body.replace(/\{\{[^}]*\}\}/g, (text) => text.replace(/[<>]/g, ' ')),
    );
    const pairs = [...(tag?.[2] ?? '').matchAll(/([\w-]+)="\{\{[^}]*?\bi\.(p\d+)\b[^}]*\}\}"/g)];
    templates.set(name, new Map(pairs.map(([, attribute = '', key = '']) => [attribute, key])));
  }
  return templates;
}

/** The value an attribute will really have on WeChat, by way of the template. */
export function attributeOf(node: WeappNode, attribute: string, templates = templateAttributes()): unknown {
  const key = templates.get(node.nn)?.get(attribute);
  return key === undefined ? undefined : node[key];
}
