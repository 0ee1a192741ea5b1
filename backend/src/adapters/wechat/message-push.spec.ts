import { assertFresh, assertSigned, openPush, PushRefused, pushSignature, sealPush } from './message-push';
import { pushEventOf, readPushBody } from './push-event';

/** The vectors are those of developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html. */
const TOKEN = 'AAAAA';
const APP = { appId: 'wxba5fad812f8e6fb9', aesKey: 'A'.repeat(43) };
const ENCRYPT =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';

describe('the message push', () => {
  it('computes the documented signatures', () => {
    expect(pushSignature(TOKEN, '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
    expect(pushSignature(TOKEN, '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78');
    expect(pushSignature(TOKEN, '1714112445', '415670741', ENCRYPT)).toBe(
      '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
    );
  });

  it('opens the documented ciphertext', () => {
    expect(JSON.parse(openPush(APP, ENCRYPT))).toMatchObject({
      ToUserName: 'gh_97417a04a28d',
      FromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
      Event: 'debug_demo',
      debug_str: 'hello world',
    });
  });

  it('opens messages of every length: the padding goes up to 32 bytes', () => {
    for (let length = 0; length < 64; length++) {
      const message = 'x'.repeat(length);
      expect(openPush(APP, sealPush(APP, message))).toBe(message);
    }
    expect(openPush(APP, sealPush(APP, '答复：已收到'))).toBe('答复：已收到');
  });

  it('refuses another signature, another app, an old push and altered bytes', () => {
    const reason = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        if (error instanceof PushRefused) return error.reason;
        throw error;
      }
      return null;
    };
    expect(reason(() => assertSigned('0'.repeat(40), TOKEN, '1', '2'))).toBe('SIGNATURE');
    expect(reason(() => assertSigned(undefined, TOKEN, '1', '2'))).toBe('SIGNATURE');
    expect(reason(() => assertSigned(pushSignature(TOKEN, '1', '2'), TOKEN, '1', '2'))).toBeNull();
    expect(reason(() => openPush({ ...APP, appId: 'wx1' }, ENCRYPT))).toBe('APPID');
    expect(reason(() => openPush(APP, 'AAAA'))).toBe('CIPHER');
    expect(reason(() => openPush(APP, Buffer.alloc(64, 7).toString('base64')))).toBe('CIPHER');
    const now = 1_714_112_445_000;
    expect(reason(() => assertFresh('1714112445', now))).toBeNull();
    expect(reason(() => assertFresh('1714112445', now + 11 * 60_000))).toBe('AGE');
    expect(reason(() => assertFresh(undefined, now))).toBe('AGE');
    expect(reason(() => readPushBody('not json'))).toBe('BODY');
  });

  const popup = (List: unknown) => ({
    FromUserName: 'o1',
    CreateTime: 1610969440,
    MsgType: 'event',
    Event: 'subscribe_msg_popup_event',
    List,
  });
  const item = { TemplateId: 'T1', SubscribeStatusString: 'accept', PopupScene: '0' };

  it('reads one item given as an object and several given as an array', () => {
    const one = pushEventOf(readPushBody(JSON.stringify(popup(item))));
    expect(one).toMatchObject({ openid: 'o1', choices: [{ templateId: 'T1', accepted: true }] });
    const rejected = { ...item, TemplateId: 'T2', SubscribeStatusString: 'reject' };
    const two = pushEventOf(readPushBody(JSON.stringify(popup([item, rejected]))));
    expect(two).toMatchObject({ choices: [{ accepted: true }, { templateId: 'T2', accepted: false }] });
  });

  it('reads the same from XML', () => {
    const list = (template: string, status: string) =>
      `<List><TemplateId><![CDATA[${template}]]></TemplateId><SubscribeStatusString><![CDATA[${status}]]></SubscribeStatusString></List>`;
    const xml = (items: string) =>
      `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1610969440</CreateTime>` +
      `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent>${items}</SubscribeMsgPopupEvent></xml>`;
    expect(pushEventOf(readPushBody(xml(list('T1', 'accept'))))).toMatchObject({
      key: 'o1:1610969440:subscribe_msg_popup_event:',
      choices: [{ templateId: 'T1', accepted: true }],
    });
    expect(
      pushEventOf(readPushBody(xml(list('T1', 'reject') + list('T2', 'acceptWithAudio')))),
    ).toMatchObject({
      choices: [{ accepted: false }, { templateId: 'T2', accepted: true }],
    });
  });

  it('reads a sent message and both versions of a media result', () => {
    const sent = {
      ...popup({ TemplateId: 'T1', MsgID: '17', ErrorCode: '0' }),
      Event: 'subscribe_msg_sent_event',
    };
    expect(pushEventOf(readPushBody(JSON.stringify(sent)))).toMatchObject({
      sent: [{ messageId: '17', ok: true }],
    });
    const media = { FromUserName: 'o1', CreateTime: 1, Event: 'wxa_media_check', trace_id: 't1' };
    expect(
      pushEventOf({
        ...readPushBody(JSON.stringify({ ...media, result: { suggest: 'risky', label: 20002 } })),
      }),
    ).toMatchObject({ kind: 'mediaChecked', traceId: 't1', suggest: 'risky', label: 20002 });
    expect(pushEventOf(readPushBody(JSON.stringify({ ...media, isrisky: 1 })))).toMatchObject({
      suggest: 'review',
    });
  });
});
