/** @jest-environment jsdom */
import { pagesOf, readAppJson, requireBuild, weappDist } from '../support/weapp-dist';
import { renderPage } from '../support/weapp-wxml';

describe('the real WXML of every page', () => {
  requireBuild(weappDist, 'build:weapp');

  it.each(pagesOf(readAppJson()))('%s compiles and renders', async (path) => {
    const page = await renderPage(path, { id: '1' });
    expect(page.warnings.filter((line) => /WXMLRT|not found|is not defined/.test(line))).toEqual([]);
    expect(page.dom.querySelectorAll('*').length).toBeGreaterThan(5);
    if (path.startsWith('pages/')) expect(page.text).toContain('我的');
  });
});
