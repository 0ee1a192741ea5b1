import { api, citizen, kept, ok, refusal } from '../support/weapp-api';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime, settle } from '../support/weapp-runtime';
import type { WeappRequest } from '../support/weapp-world';
import type { Options } from '../support/weapp-wx';

const session = (accessToken: string) => ({
  accessToken,
  refreshToken: `r-${accessToken}`,
  expiresIn: 900,
  me: citizen,
});
const expired = refusal(401, 'TOKEN_EXPIRED', '登录已过期。');
const bearer = ({ header }: WeappRequest): string | undefined => header.authorization;

describe('the session in WeChat', () => {
  requireBuild(weappDist, 'build:weapp');

  it('renews once for many calls that are refused at the same moment, and repeats each', async () => {
    const served: string[] = [];
    let renewals = 0;
    const guarded = (what: string, data: unknown) => (request: WeappRequest) => {
      if (bearer(request) !== 'Bearer new') return expired;
      served.push(what);
      return ok(data);
    };
    const app = WeappRuntime.boot(
      api({
        'GET /me': guarded('me', citizen),
        'GET /me/notifications': guarded('notes', { items: [], nextCursor: null, unread: 0 }),
        'GET /me/subscriptions': guarded('templates', { items: [] }),
        'POST /auth/refresh': async () => {
          renewals += 1;
          await settle(30);
          return ok(session('new'));
        },
      }),
      { storage: kept() },
    );
    await app.open('pages/me/index');
    expect(renewals).toBe(1);
    expect([...new Set(served)].sort()).toEqual(['me', 'notes', 'templates']);
    // those of the first moment, refused together
    expect(app.requests.filter((request) => bearer(request) === 'Bearer old').length).toBeGreaterThan(1);
  });

  it('a session that has ended for good begins anew by one wx.login, without a tap', async () => {
    let logins = 0;
    const codes: unknown[] = [];
    const app = WeappRuntime.boot(
      api({
        'GET /me': (request) => (bearer(request) === 'Bearer again' ? ok(citizen) : expired),
        'GET /me/subscriptions': (request) =>
          bearer(request) === 'Bearer again' ? ok({ items: [] }) : expired,
        'POST /auth/refresh': () => refusal(401, 'REFRESH_INVALID', '登录已失效，请重新登录。'),
        'POST /auth/wechat': ({ body }) => {
          codes.push(body.code);
          return ok(session('again'));
        },
      }),
      {
        storage: kept(),
        wx: {
          login: (options: Options) => {
            logins += 1;
            options.success?.({ code: `code-${logins}`, errMsg: 'login:ok' });
          },
        },
      },
    );
    await app.open('pages/me/index');
    expect([logins, codes]).toEqual([1, ['code-1']]);
  });

  it('signs every other device out after proving once more who acts', async () => {
    const acts: string[] = [];
    const device = (id: number, current: boolean) => ({
      id,
      device: current ? '微信小程序' : 'Chrome · Windows',
      current,
      startedAt: '2026-02-10T08:00:00+08:00',
      lastUsedAt: '2026-02-13T08:00:00+08:00',
    });
    const app = WeappRuntime.boot(
      api({
        'GET /me/sessions': () => ok({ items: [device(1, true), device(2, false), device(3, false)] }),
        'POST /me/confirm': ({ body }) => {
          acts.push(`confirm ${String(body.code)}`);
          return ok({ done: true });
        },
        'POST /me/sessions/end-others': () => {
          acts.push('end others');
          return acts.length < 2 ? refusal(403, 'CONFIRM_REQUIRED', '请再确认一次。') : ok({ ended: 2 });
        },
      }),
      { storage: kept() },
    );
    const page = await app.open('citizen/devices/index');
    await page.tap('btn', '让其他设备全部退出');
    await settle(100);
    expect(acts).toEqual(['end others', 'confirm login-code', 'end others']);
  });
});
