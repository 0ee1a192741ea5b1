/** @jest-environment jsdom */
import { messageEndpoints, planImportEndpoints } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';

interface Order {
  config: { env: string };
  path: string;
  method: string;
  data?: string;
  header: Record<string, string>;
  timeout: number;
}

/** The platform as a build for 微信云托管 has it: the environment is read when the modules are. */
async function cloudBuild(answer: (order: Order) => unknown) {
  jest.resetModules();
  process.env.TARO_ENV = 'weapp';
  const orders: Order[] = [];
  const stored: { cloudPath: string; filePath: string }[] = [];
  const started: unknown[] = [];
  // another copy of the stub, which sets the constants of a plain build
  const { default: platform } = await import('@tarojs/taro');
  Object.assign(globalThis, {
    CLOUD_ENV: 'prod-1a2b',
    CLOUD_SERVICE: 'ledger',
    API_BASE: 'http://127.0.0.1/api/v1',
  });
  Object.assign(platform, {
    cloud: {
      init: (given: unknown) => started.push(given),
      callContainer: async (order: Order) => {
        orders.push(order);
        return { statusCode: 200, header: {}, ...((await answer(order)) as object) };
      },
      uploadFile: (given: (typeof stored)[number] & { success: (done: { fileID: string }) => void }) => {
        stored.push(given);
        given.success({ fileID: `cloud://prod-1a2b.x/${given.cloudPath}` });
        return {
          onProgressUpdate: (listen: (now: { progress: number }) => void) => listen({ progress: 100 }),
        };
      },
    },
  });
  const cloud = await import('./cloud');
  const { call } = await import('./call');
  const { upload } = await import('./upload');
  return { orders, stored, started, cloud, call, upload };
}

describe('calls on 微信云托管', () => {
  const before = process.env.TARO_ENV;
  afterEach(() => {
    if (before === undefined) delete process.env.TARO_ENV;
    else process.env.TARO_ENV = before;
    Object.assign(globalThis, { CLOUD_ENV: '', CLOUD_SERVICE: '', API_BASE: '/api/v1' });
  });

  const submission = { region: 'yunxi', kind: 'inquiry' as const, text: '几点开门？', public: false };

  it('go to the named service of the named environment, with key and body, and end within 15 s', async () => {
    const { orders, started, cloud, call } = await cloudBuild(() => ({ data: { id: 1 } }));
    cloud.startCloud();
    expect(started).toEqual([{ env: 'prod-1a2b' }]);
    await call(messageEndpoints.submit, submission, { idempotencyKey: 'key-1', timeoutMs: 60_000 });
    expect(orders).toEqual([
      expect.objectContaining({
        config: { env: 'prod-1a2b' },
        path: '/api/v1/messages',
        method: 'POST',
        timeout: 15_000,
        header: expect.objectContaining({
          'X-WX-SERVICE': 'ledger',
          'idempotency-key': 'key-1',
          'content-type': 'application/json',
        }) as unknown,
      }),
    ]);
    expect(JSON.parse(orders[0]?.data ?? '')).toEqual(submission);
  });

  it('give the server’s own refusal, whatever the type of the answer', async () => {
    const refusal = { code: 'MESSAGE_LIMIT', message: '今天留言已满。', requestId: 'r' };
    const { call } = await cloudBuild(() => ({ statusCode: 429, data: JSON.stringify(refusal) }));
    await expect(call(messageEndpoints.submit, submission)).rejects.toMatchObject({
      code: 'MESSAGE_LIMIT',
      message: '今天留言已满。',
      status: 429,
    });
  });

  it.each([
    [{ errCode: 102002, errMsg: 'cloud.callContainer:fail' }, 'TIMEOUT', true],
    [{ errMsg: 'cloud.callContainer:fail Error: errCode: 102002 | errMsg: timeout' }, 'TIMEOUT', true],
    [{ errCode: -606001, errMsg: 'too large' }, 'TOO_MUCH', false],
    [{ errCode: -606002, errMsg: 'response too large' }, 'TOO_LARGE', false],
    [{ errCode: -1, errMsg: 'cloud.callContainer:fail network' }, 'NETWORK', true],
  ])(
    '%j is worded as on the plain way, and is tried again only where that helps',
    async (error, code, again) => {
      const { call } = await cloudBuild(() => Promise.reject(error as unknown as Error));
      const failure: unknown = await call(messageEndpoints.submit, submission).catch((e: unknown) => e);
      expect(failure).toMatchObject({
        code,
        unanswered: again,
        message: expect.stringMatching(/[。]$/) as unknown,
      });
    },
  );

  it('a file goes to the storage, and its id to the endpoint with the fields beside it', async () => {
    const { orders, stored, upload } = await cloudBuild(() => ({ statusCode: 201, data: { id: 5 } }));
    const progress: number[] = [];
    const file = { name: '要点.docx', size: 3, source: { kind: 'wechat' as const, path: 'wxfile://tmp/1' } };
    await upload(planImportEndpoints.upload, file, { region: 'yunxi' }, (percent) => progress.push(percent));
    expect(stored).toMatchObject([
      { filePath: 'wxfile://tmp/1', cloudPath: expect.stringMatching(/^incoming\/\w+\.docx$/) as unknown },
    ]);
    expect(progress).toEqual([100]);
    const [told] = orders.map(({ data }) => JSON.parse(data ?? '') as Record<string, string>);
    expect(told).toMatchObject({ region: 'yunxi', cloudFileName: '要点.docx' });
    expect(told?.cloudFile).toBe(`cloud://prod-1a2b.x/${stored[0]?.cloudPath ?? ''}`);
    expect(orders[0]?.header['idempotency-key']).toBeTruthy();
  });
});

describe('calls of a plain build', () => {
  it('do not touch the cloud', () => {
    expect('cloud' in Taro).toBe(false);
  });
});
