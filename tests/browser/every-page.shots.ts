import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Persona } from '@sunledger/shared-types';
import { axeFaults, touchFaults } from '../support/accessibility';
import { chromiumOptions } from '../support/chromium';
import { Person } from '../support/person';
import { RunningServer } from '../support/server';

/**
 * Every page × width × mode as a picture under tests/shots/, and a fault for what no picture may show: a page
 * wider than its window, text cut off by its box, an error on the console.
 */
const folder = resolve(__dirname, '../shots');
const widths = [320, 375, 1280] as const;
const modes = ['normal', 'elder'] as const;
/** On an ordinary phone axe-core looks too, and fingers measure. */
const PHONE = 375;

interface Look {
  width: number;
  mode: 'normal' | 'elder' | 'simple' | 'double';
}

const looks: Look[] = [
  ...widths.flatMap((width) => modes.map((mode) => ({ width, mode }))),
  { width: PHONE, mode: 'simple' },
  // Text at 200 % on the narrowest phone: nothing is lost.
  { width: 320, mode: 'double' },
];

interface Shot {
  name: string;
  persona?: Persona;
  path: string | ((ids: Ids) => string);
}

interface Ids {
  task: number;
  lateTask: number;
  /** Divided into villages. */
  villages: number;
  /** With a changed wording. */
  changed: number;
  mine: number;
  answered: number;
  toReply: number;
  toReview: number;
  /** What the code on a counter says. */
  counter: string;
}

const shots: Shot[] = [
  { name: 'home', path: '/pages/home/index' },
  { name: 'tasks', path: '/pages/tasks/index' },
  { name: 'tasks-overdue', path: '/pages/tasks/index?light=overdue' },
  { name: 'plans', path: '/citizen/plans/index' },
  { name: 'plan', path: '/citizen/plan/index?id=1' },
  { name: 'task', path: (ids) => `/citizen/task/index?id=${ids.task}` },
  { name: 'task-late', path: (ids) => `/citizen/task/index?id=${ids.lateTask}` },
  { name: 'task-versions', path: (ids) => `/citizen/task-versions/index?id=${ids.changed}` },
  { name: 'follows', persona: 'citizen', path: '/citizen/follows/index' },
  { name: 'search', path: '/citizen/search/index?q=社保' },
  { name: 'answers', path: '/citizen/answers/index' },
  { name: 'answer', path: (ids) => `/citizen/message/index?id=${ids.answered}` },
  { name: 'regions', path: '/citizen/regions/index' },
  { name: 'bulletins', path: '/citizen/bulletins/index' },
  { name: 'bulletin', path: '/citizen/bulletin/index?id=1' },
  { name: 'lights', path: '/citizen/lights/index' },
  { name: 'lights-office', persona: 'office', path: '/citizen/lights/index' },
  { name: 'sign-in', path: '/citizen/sign-in/index' },
  { name: 'lookup', path: '/citizen/lookup/index' },
  { name: 'scan', persona: 'citizen', path: '/citizen/scan/index' },
  { name: 'join', persona: 'citizen', path: '/citizen/join/index' },
  { name: 'devices', persona: 'citizen', path: '/citizen/devices/index' },
  { name: 'colleagues', persona: 'office', path: '/office/colleagues/index' },
  { name: 'units', persona: 'office', path: '/office/units/index' },
  { name: 'counters', persona: 'office', path: '/office/counters/index' },
  { name: 'region-settings', persona: 'office', path: '/office/region-settings/index' },
  { name: 'region-new', persona: 'admin', path: '/office/region-new/index' },
  { name: 'screenings', persona: 'reviewer', path: '/staff/screenings/index' },
  { name: 'counter', path: (ids) => `/citizen/counter/index?scene=${ids.counter}` },
  { name: 'privacy', path: '/citizen/privacy/index' },
  { name: 'feedback', path: '/citizen/feedback/index' },
  { name: 'me-visitor', path: '/pages/me/index' },
  { name: 'desk-visitor', path: '/pages/desk/index' },
  { name: 'message-new', persona: 'citizen', path: (ids) => `/citizen/message-new/index?taskId=${ids.task}` },
  { name: 'my-messages', persona: 'citizen', path: '/pages/desk/index' },
  { name: 'my-message', persona: 'citizen', path: (ids) => `/citizen/message/index?id=${ids.mine}` },
  { name: 'me', persona: 'citizen', path: '/pages/me/index' },
  { name: 'my-data', persona: 'citizen', path: '/citizen/my-data/index' },
  { name: 'desk-handler', persona: 'handler', path: '/pages/desk/index' },
  { name: 'handle', persona: 'handler', path: (ids) => `/staff/handle/index?id=${ids.toReply}` },
  { name: 'progress-new', persona: 'handler', path: '/staff/progress-new/index?taskId=13' },
  { name: 'desk-reviewer', persona: 'reviewer', path: '/pages/desk/index?tab=review' },
  { name: 'review', persona: 'reviewer', path: (ids) => `/staff/review/index?id=${ids.toReview}` },
  { name: 'desk-office', persona: 'office', path: '/pages/desk/index' },
  { name: 'imports', persona: 'office', path: '/office/imports/index' },
  { name: 'plan-manage', persona: 'office', path: '/office/plan-manage/index?id=1' },
  { name: 'ledger', persona: 'office', path: '/staff/ledger/index' },
  { name: 'task-manage', persona: 'office', path: (ids) => `/staff/task-manage/index?id=${ids.task}` },
  { name: 'close-out', persona: 'office', path: (ids) => `/staff/close-out/index?id=${ids.task}` },
  { name: 'look-back', persona: 'office', path: '/staff/look-back/index' },
  { name: 'parts', path: (ids) => `/citizen/parts/index?id=${ids.villages}` },
  { name: 'task-change', persona: 'office', path: '/staff/task-change/index?id=2' },
  { name: 'reports', persona: 'office', path: '/office/reports/index' },
  { name: 'calendar', persona: 'office', path: '/office/calendar/index' },
  { name: 'reply-rules', persona: 'office', path: '/office/reply-rules/index' },
  { name: 'anchors', persona: 'office', path: '/office/anchors/index' },
  { name: 'deliveries', persona: 'admin', path: '/office/deliveries/index' },
  { name: 'templates', persona: 'office', path: '/staff/templates/index' },
  { name: 'deputies', persona: 'handler', path: '/staff/deputies/index' },
  { name: 'calendar-import', persona: 'admin', path: '/office/calendar-import/index' },
  { name: 'board', persona: 'official', path: '/pages/desk/index' },
  { name: 'unit', persona: 'official', path: '/official/unit/index?id=7' },
  { name: 'supervisions', persona: 'official', path: '/official/supervisions/index' },
  { name: 'supervision', persona: 'official', path: '/staff/supervision/index?id=1' },
  { name: 'figures', path: '/citizen/figures/index' },
  {
    name: 'figure-list',
    path: '/official/items/index?what=messages.total.2026-10-01.2026-12-31',
  },
  { name: 'not-found', path: '/citizen/task/index?id=999999' },
];

describe('every page in every width and mode', () => {
  let server: RunningServer;
  let browser: Browser;
  let ids: Ids;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    server = await RunningServer.start({ demoNow: '2026-11-20T10:30:00+08:00' });
    browser = await chromium.launch(chromiumOptions());
    ids = await idsOfDemo(server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const { width, mode } of looks) {
    it(`${width} px, ${mode}`, async () => {
      const faults: string[] = [];
      const people = new Map<Persona | undefined, Person>();
      for (const shot of shots) {
        const person =
          people.get(shot.persona) ??
          (await Person.at(browser, server, {
            width,
            height: width > 900 ? 900 : 812,
            elder: mode === 'elder',
            simple: mode === 'simple',
            ...(mode === 'double' ? { scale: 2 } : {}),
          }));
        if (!people.has(shot.persona)) {
          people.set(shot.persona, person);
          if (shot.persona) await person.signIn(shot.persona);
        }
        person.faults.length = 0;
        await person.open(typeof shot.path === 'string' ? shot.path : shot.path(ids));
        await person.page.screenshot({
          path: join(folder, `${shot.name}-${width}-${mode}.png`),
          fullPage: true,
        });
        faults.push(...(await layoutFaults(person.page)).map((fault) => `${shot.name}: ${fault}`));
        if (width === PHONE) {
          const least = mode === 'elder' ? 60 : 44;
          const found = [...(await axeFaults(person.page)), ...(await touchFaults(person.page, least))];
          faults.push(...found.map((fault) => `${shot.name}: ${fault}`));
        }
        faults.push(...person.faults.map((fault) => `${shot.name}: console: ${fault}`));
      }
      for (const person of people.values()) await person.close();
      expect(faults).toEqual([]);
    }, 400_000);
  }
});

/** Elements that show more than their box holds, in words a person can look for. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1)
      faults.push(`page is ${root.scrollWidth - root.clientWidth} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const box = element.getBoundingClientRect();
      if (
        box.width === 0 ||
        box.height === 0 ||
        !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      )
        continue;
      const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!ownText) continue;
      const style = getComputedStyle(element);
      const name = `“${(element.textContent ?? '').trim().slice(0, 16)}” .${element.className}`;
      const clamped = style.getPropertyValue('-webkit-line-clamp') !== 'none';
      const scrolls =
        element.closest('[data-scrolls]') !== null ||
        element.tagName === 'TEXTAREA' ||
        element.tagName === 'INPUT';
      const hides = (value: string) => value === 'hidden' || value === 'clip';
      // Visually hidden words for screen readers are one pixel on purpose.
      if (box.width <= 2 || box.height <= 2) continue;
      // A box around the page hides its overflow, so the page itself does not become too wide.
      if (!scrolls && !element.closest('.scroll-row') && box.right > root.clientWidth + 1)
        faults.push(`beyond the edge: ${name}`);
      if (!clamped && !scrolls && hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut off: ${name}`);
      if (!clamped && !scrolls && hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
        faults.push(`cut off below: ${name}`);
    }
    return faults;
  });
}

async function idsOfDemo(url: string): Promise<Ids> {
  const get = async (path: string, token?: string) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return (await answer.json()) as {
      items: { id: number; light?: string; status?: string; key?: string }[];
    };
  };
  const signIn = async (persona: Persona) => {
    const answer = await fetch(`${url}/api/v1/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    return ((await answer.json()) as { accessToken: string }).accessToken;
  };
  const first = (list: { items: { id: number }[] }) => list.items[0]?.id ?? 0;
  const handler = await signIn('handler');
  const reviewer = await signIn('reviewer');
  const citizen = await signIn('citizen');
  const mine = await get('/messages?scope=mine&region=yunxi&limit=100', citizen);
  return {
    task: first(await get('/tasks?region=yunxi&light=dueSoon')),
    lateTask: first(await get('/tasks?region=yunxi&light=overdue')),
    villages: first(await get(`/tasks?region=yunxi&q=${encodeURIComponent('惠农补贴')}`)),
    changed: first(await get(`/tasks?region=yunxi&q=${encodeURIComponent('征地批准文件')}`)),
    answered: first(await get('/messages?region=yunxi')),
    mine: mine.items.find((message) => message.status === 'answered')?.id ?? 0,
    toReply: first(await get('/inbox?tab=reply', handler)),
    toReview: first(await get('/inbox?tab=review', reviewer)),
    counter: (await get('/regions/yunxi/counters', await signIn('office'))).items.at(-1)?.key ?? '',
  };
}
