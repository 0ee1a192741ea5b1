import { sessionEndpoints } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { useSession } from './session';

/**
 * Proves once more who is here, for a sensitive act: by WeChat's login, or as the demo person.
 * @returns false where only the phone can do it (a PC signed in by scanning)
 */
export async function proveAgain(): Promise<boolean> {
  const { persona } = useSession.getState();
  if (persona !== null) {
    await call(sessionEndpoints.confirm, { persona });
    return true;
  }
  if (process.env.TARO_ENV !== 'weapp') return false;
  const { code } = await Taro.login();
  await call(sessionEndpoints.confirm, { code });
  return true;
}
