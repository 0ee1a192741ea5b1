import { accountEndpoints, privacyEndpoints, sessionEndpoints, type Persona } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { rememberPersona } from './prove';
import { queryClient } from './query';
import { endSession, startSession, useSession } from './session';

/** Signs in as one of the demo personas; the session lives in this browser tab only. */
export async function signInDemo(persona: Persona): Promise<void> {
  const session = await call(accountEndpoints.signInDemo, { persona });
  rememberPersona(persona);
  queryClient.clear();
  startSession(session, { tab: true });
}

let signingIn: Promise<void> | null = null;

/** Signs in by WeChat; however many ask at once, one login runs. */
export function signInWechat(): Promise<void> {
  signingIn ??= wechatSession().finally(() => {
    signingIn = null;
  });
  return signingIn;
}

async function wechatSession(): Promise<void> {
  const { code } = await Taro.login();
  const session = await call(accountEndpoints.signInWechat, { code });
  queryClient.clear();
  startSession(session);
}

/** Signs out here at once, and on the server as soon as it can be reached. */
export async function signOut(): Promise<void> {
  const refreshToken = useSession.getState().tokens?.refreshToken;
  endSession();
  queryClient.clear();
  if (!refreshToken) return;
  try {
    await call(accountEndpoints.signOut, { refreshToken });
  } catch (error) {
    console.warn('the server could not be told about the sign-out', error);
  }
}

/** 注销账号: erases everything personal on the server, then forgets the session here. */
export async function closeAccount(): Promise<void> {
  // a sensitive act wants a fresh proof; WeChat gives one without a tap, a demo sign-in is fresh or signs in again
  if (process.env.TARO_ENV === 'weapp' && !useSession.getState().tab) {
    const { code } = await Taro.login();
    await call(sessionEndpoints.confirm, { code });
  }
  await call(privacyEndpoints.erase, {});
  endSession();
  queryClient.clear();
}
