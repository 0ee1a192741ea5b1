import attributes from '../../miniapp/config/aria-plugin/attributes.json';
import { attributeOf, templateAttributes } from '../support/weapp-attributes';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime } from '../support/weapp-runtime';

const away = (): never => {
  throw new Error('connect refused');
};

describe('aria attributes on WeChat', () => {
  requireBuild(weappDist, 'build:weapp');

  it.each(Object.entries(attributes))('every one of %s is in a template', (_component, names) => {
    const all = [...templateAttributes().values()];
    for (const name of names) expect(all.some((template) => template.has(name))).toBe(true);
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
