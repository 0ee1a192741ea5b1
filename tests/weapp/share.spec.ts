import { api, kept } from '../support/weapp-api';
import { pagesOf, readAppJson, requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime } from '../support/weapp-runtime';

interface Card {
  title?: string;
  path?: string;
  query?: string;
}

/** Public pages, and whether they may stand in a moment (timeline) as well. */
const shared: Record<string, boolean> = {
  'pages/home/index': true,
  'pages/tasks/index': true,
  'citizen/plans/index': true,
  'citizen/plan/index': true,
  'citizen/task/index': true,
  'citizen/parts/index': true,
  'citizen/task-versions/index': true,
  'citizen/answers/index': true,
  'citizen/search/index': true,
  'citizen/regions/index': true,
  'citizen/figures/index': true,
  'citizen/bulletins/index': true,
  'citizen/bulletin/index': true,
  'citizen/privacy/index': true,
  'office/calendar/index': true,
  'office/reply-rules/index': true,
  'citizen/message/index': false,
  'citizen/message-new/index': false,
  'citizen/lookup/index': false,
  'citizen/feedback/index': false,
};

describe('cards', () => {
  requireBuild(weappDist, 'build:weapp');
  const pages = pagesOf(readAppJson());

  it.each(Object.entries(shared))('%s can be sent to somebody', async (path, timeline) => {
    const app = WeappRuntime.boot(api({}), { storage: kept() });
    const page = await app.open(path, { id: '3' });
    const card = page.call('onShareAppMessage', { from: 'menu' }) as Card;
    expect(card.title).toEqual(expect.stringMatching(/.{2,}/));
    const [target = '', query = ''] = (card.path ?? '').replace(/^\//, '').split('?');
    expect(pages).toContain(target);
    // the same page, but for what nobody else may see
    const leadsHome = path === 'citizen/message/index';
    expect(target).toBe(leadsHome ? 'pages/home/index' : path);
    if (!leadsHome && /[?&]id=/.test(`?${query}`)) expect(query).toContain('id=3');
    const moment = page.call('onShareTimeline') as Card | undefined;
    expect(moment === undefined).toBe(!timeline);
    if (moment) expect(moment.query).toBe(query);
  });

  it('pages of one person or of staff have no card at all', async () => {
    const others = pages.filter((path) => !(path in shared));
    for (const path of others) {
      const app = WeappRuntime.boot(api({}), { storage: kept() });
      const page = await app.open(path, { id: '3' });
      expect([path, page.call('onShareAppMessage', { from: 'menu' })]).toEqual([path, undefined]);
    }
  });
});
