import { accountEndpoints, privacyEndpoints, type Persona } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { askPrivacy } from './privacy';
import { queryClient } from './query';
import { endSession, startSession, useSession } from './session';

/** Signs in as one of the demo personas; the session lives in this browser tab only. */
export async function signInDemo(persona: Persona): Promise<void> {
  const session = await call(accountEndpoints.signInDemo, { persona });
  queryClient.clear();
  startSession(session, { tab: true, persona });
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
  // who signs in gives a WeChat identity away, and may read first what becomes of it
  await askPrivacy();
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
  await call(privacyEndpoints.erase, {});
  endSession();
  queryClient.clear();
}

/** 首次留言前核验手机号: the code that WeChat's button gave, exchanged by the server. */
export async function verifyPhone(code: string): Promise<void> {
  useSession.setState({ me: await call(accountEndpoints.verifyPhone, { code }) });
}

/** Whether the phone has been verified meanwhile, on another device. */
export async function phoneVerified(): Promise<boolean> {
  const me = await call(accountEndpoints.me, {});
  useSession.setState({ me });
  return me.phoneVerified;
}
