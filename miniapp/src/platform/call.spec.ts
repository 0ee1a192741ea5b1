import { defineEndpoint } from '@sunledger/shared-types';
import * as z from 'zod/mini';
import { ApiError } from './api-error';
import { call, requestOf } from './call';
import { serverToday } from './clock';
import { startSession, useSession } from './session';

const readThing = defineEndpoint({
  method: 'GET',
  path: '/units/:id/things',
  permission: 'account',
  summary: '',
  input: z.object({ id: z.number(), q: z.optional(z.string()), light: z.optional(z.string()) }),
  output: z.object({ ok: z.boolean() }),
});
const writeThing = defineEndpoint({ ...readThing, method: 'POST' });

const me = { id: 7, name: '周敏', phoneVerified: true, memberships: [] };
const session = (accessToken: string, expiresIn = 900) => ({
  accessToken,
  refreshToken: `r-${accessToken}`,
  expiresIn,
  me,
});
const bearer = (header: Record<string, string>) => header.authorization;

beforeEach(() => taroStub.reset());

describe('requestOf', () => {
  it('fills the path and puts the rest of a GET into the query, empty values left out', () => {
    expect(requestOf(readThing, { id: 3, q: '公积金 & 提取', light: '' })).toEqual({
      method: 'GET',
      path: '/units/3/things?q=%E5%85%AC%E7%A7%AF%E9%87%91%20%26%20%E6%8F%90%E5%8F%96',
    });
  });

  it('puts the rest of a POST into the body', () => {
    expect(requestOf(writeThing, { id: 3, q: '好' })).toEqual({
      method: 'POST',
      path: '/units/3/things',
      body: { q: '好' },
    });
  });
});

describe('call', () => {
  it('gives the server’s Chinese sentence and code', async () => {
    taroStub.answer = () => ({
      statusCode: 404,
      data: { code: 'TASK_NOT_FOUND', message: '没有找到这项任务。', requestId: 'a' },
    });
    const failure = await call(readThing, { id: 1 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ code: 'TASK_NOT_FOUND', message: '没有找到这项任务。', status: 404 });
  });

  it('words a dead connection and a proxy’s page in Chinese', async () => {
    taroStub.answer = () => Promise.reject(Object.assign(new Error('x'), { errMsg: 'request:fail timeout' }));
    await expect(call(readThing, { id: 1 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    taroStub.answer = () => ({ statusCode: 502, data: '<html>Bad gateway</html>' });
    await expect(call(readThing, { id: 1 })).rejects.toMatchObject({ code: 'BAD_ANSWER', status: 502 });
  });

  it('learns the business date from the answer', async () => {
    taroStub.answer = () => ({
      statusCode: 200,
      data: { ok: true },
      header: { 'X-Sunledger-Now': '2026-02-13T23:30:00+08:00' },
    });
    await call(readThing, { id: 1 });
    expect(serverToday()).toBe('2026-02-13');
  });

  it('renews an ended session once for many calls at the same time, then repeats each', async () => {
    startSession(session('old'));
    let renewals = 0;
    taroStub.answer = ({ url, header }) => {
      if (url.endsWith('/auth/refresh')) {
        renewals += 1;
        return { statusCode: 200, data: session('new') };
      }
      if (bearer(header) === 'Bearer old')
        return { statusCode: 401, data: { code: 'TOKEN_EXPIRED', message: '…', requestId: 'a' } };
      return { statusCode: 200, data: { ok: bearer(header) === 'Bearer new' } };
    };
    const answers = await Promise.all([1, 2, 3].map((id) => call(readThing, { id })));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(renewals).toBe(1);
  });

  it('signs out when the refresh token is refused, and only then', async () => {
    startSession(session('old', -1));
    taroStub.answer = () => Promise.reject(new Error('no network'));
    await expect(call(readThing, { id: 1 })).rejects.toMatchObject({ code: 'NETWORK' });
    expect(useSession.getState().me?.id).toBe(7);
    taroStub.answer = () => ({
      statusCode: 401,
      data: { code: 'REFRESH_INVALID', message: '登录已失效，请重新登录。', requestId: 'a' },
    });
    await expect(call(readThing, { id: 1 })).rejects.toMatchObject({ status: 401 });
    expect(useSession.getState().me).toBeNull();
  });
});
