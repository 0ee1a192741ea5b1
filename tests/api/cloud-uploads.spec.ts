import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { photo } from '../support/evidence-files';
import { givenEvidence, type Evidence } from '../support/given/evidence.given';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';

const ENV = 'prod-1a2b';
const { attach } = endpoints.task;
const { upload } = endpoints.planImport;

/** callContainer sends no files: the phone leaves them in the environment's storage and tells their id. */
describe('uploads on cloud hosting', () => {
  let wechat: WechatStandIn;
  let app: TestApp;
  let evidence: Evidence;

  beforeAll(async () => {
    wechat = await WechatStandIn.start({ sidecar: ['/tcb/batchdownloadfile'] });
    app = await startApp({ environment: wechat.environment({ WECHAT_CLOUD: '1', CBR_ENV_ID: ENV }) });
    evidence = await givenEvidence(app);
  });
  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  const send = async (path: string, token: string, body: object) => {
    const answer = await fetch(`${app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const attachTo = (cloudFile: string, cloudFileName = '公示栏.jpg', token = evidence.handler.accessToken) =>
    send(attach.path.replace(':id', String(evidence.task.id)), token, { cloudFile, cloudFileName });

  it('a photo is fetched from there and is an attachment like any other', async () => {
    const id = wechat.cloudFile(ENV, 'incoming/mf3k2x9.jpg', await photo());
    const sent = await attachTo(id);
    expect([sent.status, sent.body]).toMatchObject([
      201,
      { name: '公示栏.jpg', kind: 'image', state: 'ready', width: 900, height: 1200 },
    ]);
    expect(wechat.callsOf('/tcb/batchdownloadfile')[0]?.body).toMatchObject({
      env: ENV,
      file_list: [{ fileid: id }],
    });
  });

  it('a paper is imported the same way', async () => {
    const text = '云溪县2026年政务公开工作要点\n一、加强公开\n（一）公开预算。（牵头单位：县财政局）\n';
    const id = wechat.cloudFile(ENV, 'incoming/paper1.txt', Buffer.from(text));
    const made = await send(upload.path, evidence.ledger.office.accessToken, {
      region: 'yunxi',
      cloudFile: id,
      cloudFileName: '要点.txt',
    });
    expect(made.status).toBe(201);
  });

  it.each([
    ['another environment', `cloud://other-env.7465-other-env-1/incoming/a.jpg`],
    ['another folder', `cloud://${ENV}.7465-${ENV}-1250000000/private/a.jpg`],
    ['a way out of the folder', `cloud://${ENV}.7465-${ENV}-1250000000/incoming/../private/a.jpg`],
    ['an address', 'https://example.com/incoming/a.jpg'],
    ['a file that is not there', `cloud://${ENV}.7465-${ENV}-1250000000/incoming/gone.jpg`],
  ])('%s is no upload', async (_what, id) => {
    expect(await attachTo(id)).toMatchObject({ status: 422, body: { code: 'UPLOAD_NOT_FOUND' } });
  });

  it('who may not upload has nothing fetched', async () => {
    const before = wechat.callsOf('/tcb/batchdownloadfile').length;
    const id = wechat.cloudFile(ENV, 'incoming/b.jpg', await photo());
    expect((await attachTo(id, 'b.jpg', 'nobody')).status).toBe(401);
    const citizen = await app.given.person({});
    expect((await attachTo(id, 'b.jpg', citizen.accessToken)).status).toBe(403);
    expect(wechat.callsOf('/tcb/batchdownloadfile')).toHaveLength(before);
  });

  it('too large a file is refused as on the plain way', async () => {
    const id = wechat.cloudFile(ENV, 'incoming/big.jpg', Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(await attachTo(id)).toMatchObject({ status: 413, body: { code: 'UPLOAD_TOO_LARGE' } });
  });

  it('WeChat out of reach says so, and the same upload works afterwards', async () => {
    const id = wechat.cloudFile(ENV, 'incoming/later.jpg', await photo());
    wechat.trouble('/tcb/batchdownloadfile', { errcode: 85107 });
    expect(await attachTo(id)).toMatchObject({ status: 503, body: { code: 'WECHAT_UNAVAILABLE' } });
    expect((await attachTo(id)).status).toBe(201);
  });
});
