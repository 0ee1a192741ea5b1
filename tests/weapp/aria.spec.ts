import { getComponentsAlias, toCamelCase } from '@tarojs/shared';
import attributes from '../../miniapp/config/aria-plugin/attributes.json';
import { attributeOf, templateAttributes } from '../support/weapp-attributes';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime } from '../support/weapp-runtime';

const away = (): never => {
  throw new Error('connect refused');
};

type Lists = Record<string, Record<string, string>>;
type Alias = Record<string, string> & { _num: string };

/** The runtime's lists after both of its halves have been merged, numbered as Taro numbers them. */
function runtimeAliases(app: WeappRuntime): Record<string, Alias> {
  const lists = app
    .bundled(/LivePlayer/)
    .flatMap((exports) => Object.values(exports as object))
    .find((value): value is Lists => typeof value === 'object' && value !== null && 'View' in value);
  if (!lists) throw new Error('the bundle has no list of components');
  return getComponentsAlias(lists) as Record<string, Alias>;
}

describe('aria attributes on WeChat', () => {
  requireBuild(weappDist, 'build:weapp');

  it.each(Object.entries(attributes))('every one of %s is in a template', (_component, names) => {
    const all = [...templateAttributes().values()];
    for (const name of names) expect(all.some((template) => template.has(name))).toBe(true);
  });

  it('have one numbering: every attribute of every template is the one that the bundled runtime fills', () => {
    const aliases = runtimeAliases(WeappRuntime.boot(away));
    const templates = templateAttributes();
    const compared = Object.values(aliases).map(({ _num, ...runtime }) => {
      const template = templates.get(_num) ?? new Map<string, string>();
      for (const [attribute, key] of template)
        expect([_num, attribute, runtime[toCamelCase(attribute)]]).toEqual([_num, attribute, key]);
      return template.size;
    });
    expect(compared.reduce((a, b) => a + b)).toBeGreaterThan(100);
  });

  // The build and the runtime number the attributes separately: a name more on one side shifts all others.
  it('reach the template under the same number on both halves, and so do the others', async () => {
    const app = WeappRuntime.boot(away);
    const page = await app.open('pages/home/index');
    const { node: bar } = page.find('tab-bar');
    expect(attributeOf(bar, 'aria-label')).toBe('主导航');
    const { node: tab } = page.find('tab-bar__item', '任务');
    expect(attributeOf(tab, 'aria-role')).toBe('button');
    expect(attributeOf(tab, 'aria-selected')).toBe(false);
    expect(attributeOf(tab, 'hover-class')).toBe('tap--down');
  });
});
