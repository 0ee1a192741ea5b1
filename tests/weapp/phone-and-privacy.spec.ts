import { api, citizen, kept, ok, refusal } from '../support/weapp-api';
import { attributeOf } from '../support/weapp-attributes';
import { requireBuild, weappDist } from '../support/weapp-dist';
import { WeappRuntime, type WeappPage } from '../support/weapp-runtime';
import type { Options } from '../support/weapp-wx';

const QUESTION = '外地户口的孩子在县城读小学，报名要带哪些材料？';
const FORM = 'citizen/message-new/index';

/** A region that wants a verified phone before the first message. */
function strictRegion() {
  const sent: { key: string | undefined; text: unknown }[] = [];
  const codes: unknown[] = [];
  let verified = false;
  const answer = api({
    'POST /auth/refresh': () => ok({ accessToken: 'new', refreshToken: 'next', expiresIn: 900, me: citizen }),
    'GET /me': () => ok({ ...citizen, phoneVerified: verified }),
    'POST /messages': ({ header, body }) => {
      if (!verified) return refusal(403, 'PHONE_REQUIRED', '首次留言前，请先通过微信验证手机号。');
      sent.push({ key: header['idempotency-key'], text: body.text });
      return refusal(503, 'MAINTENANCE', '正在维护。');
    },
    'POST /me/phone': ({ body }) => {
      codes.push(body.code);
      if (body.code === 'stale') return refusal(401, 'WECHAT_CODE_INVALID', '微信凭证已失效，请再试一次。');
      verified = true;
      return ok({ ...citizen, phoneVerified: true });
    },
  });
  return { answer, sent, codes };
}

/** WeChat's box keeps what was typed by itself; the counter below it shows what the app knows. */
const counted = (page: WeappPage): string =>
  page
    .find('counter')
    .node.cn?.map((n) => n.v)
    .join('') ?? '';
const whole = `${QUESTION.length}/1000`;

async function askedForPhone(app: WeappRuntime): Promise<WeappPage> {
  const page = await app.open(FORM);
  await page.type('textarea', QUESTION);
  await page.tap('btn', '提交留言');
  expect(page.text()).toContain('首次留言，请先验证手机号');
  return page;
}

describe('a region that wants a verified phone', () => {
  requireBuild(weappDist, 'build:weapp');

  it('asks for it on the form itself, keeps the words, and sends them by itself afterwards', async () => {
    const { answer, sent, codes } = strictRegion();
    const app = WeappRuntime.boot(answer, { storage: kept() });
    const page = await askedForPhone(app);
    expect(counted(page)).toBe(whole);
    const { node } = page.find('open-button', '微信验证手机号');
    expect(attributeOf(node, 'open-type')).toBe('getPhoneNumber');

    await page.event('getphonenumber', 'open-button', { errMsg: 'getPhoneNumber:ok', code: 'phone-code' });
    expect(codes).toEqual(['phone-code']);
    expect(sent).toEqual([{ key: expect.any(String) as string, text: QUESTION }]);
    expect(counted(page)).toBe(whole);
  });

  it.each([
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没有允许使用手机号'],
    [{ errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1400001 }, '次数用完了'],
    [{ errMsg: 'getPhoneNumber:ok', code: 'stale' }, '微信凭证已失效'],
  ])('says what to do when there is no number: %j', async (detail, words) => {
    const { answer, sent } = strictRegion();
    const page = await askedForPhone(WeappRuntime.boot(answer, { storage: kept() }));
    await page.event('getphonenumber', 'open-button', detail);
    expect(page.text()).toContain(words);
    expect(counted(page)).toBe(whole);
    expect(sent).toEqual([]);
  });
});

describe('the privacy guide of WeChat', () => {
  const consent = async () => {
    const answers: unknown[] = [];
    const opened: string[] = [];
    const app = WeappRuntime.boot(api({}), {
      wx: { openPrivacyContract: () => void opened.push('guide') },
    });
    const page = await app.open('pages/me/index');
    await app.emit('onNeedPrivacyAuthorization', (answer: unknown) => void answers.push(answer), {
      referrer: 'scanCode',
    });
    return { app, page, answers, opened };
  };

  it('is asked for in words of the app when a call needs it, and can be read first', async () => {
    const { page, answers, opened } = await consent();
    expect(page.text()).toContain('隐私保护提示');
    expect(answers).toEqual([{ event: 'exposureAuthorization' }]);
    await page.tap('text-link', '用户隐私保护指引');
    expect(opened).toEqual(['guide']);
    const dialog = page.find('sheet').node;
    expect([attributeOf(dialog, 'aria-role'), attributeOf(dialog, 'aria-modal')]).toEqual([
      'alertdialog',
      true,
    ]);
  });

  it('agreed to by WeChat’s own button: the waiting call goes on', async () => {
    const { page, answers } = await consent();
    const { node } = page.find('open-button', '同意');
    expect([node.uid, attributeOf(node, 'open-type')]).toEqual([
      'privacy-agree',
      'agreePrivacyAuthorization',
    ]);
    await page.event('agreeprivacyauthorization', 'open-button', {});
    expect(answers[1]).toEqual({ event: 'agree', buttonId: 'privacy-agree' });
    expect(page.text()).not.toContain('隐私保护提示');
  });

  it('refused: the call fails, the popup goes, and the page is as it was', async () => {
    const { page, answers } = await consent();
    await page.tap('btn', '不同意');
    expect(answers[1]).toEqual({ event: 'disagree' });
    expect(page.text()).not.toContain('隐私保护提示');
  });

  it('signing in asks for it first: refused, nobody is signed in and the words say what stays open', async () => {
    const logins: string[] = [];
    const shown: unknown[] = [];
    const app = WeappRuntime.boot(api({}), {
      wx: {
        requirePrivacyAuthorize: (options: Options) => options.fail?.({ errMsg: 'fail privacy permission' }),
        login: () => void logins.push('login'),
        showToast: (options: Options) => void shown.push(options.title),
      },
    });
    const page = await app.open('citizen/sign-in/index');
    await page.tap('btn', '微信登录');
    expect(logins).toEqual([]);
    expect(shown).toEqual(['没有同意隐私保护指引，暂不能登录；公开的内容不登录也能看。']);
  });
});
