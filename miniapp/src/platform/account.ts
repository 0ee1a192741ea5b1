import { accountEndpoints, privacyEndpoints, type Persona } from '@sunledger/shared-types';
import { call } from './call';
import { queryClient } from './query';
import { endSession, startSession, useSession } from './session';

/** Signs in as one of the demo personas; the session lives in this browser tab only. */
export async function signInDemo(persona: Persona): Promise<void> {
  const session = await call(accountEndpoints.signInDemo, { persona });
  queryClient.clear();
  startSession(session, { tab: true });
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
