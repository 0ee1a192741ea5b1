import { personas, sessionEndpoints, type Persona } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { readStored, writeStored } from './storage';
import { useSession } from './session';

const KEY = 'persona';
const isPersona = (value: unknown): value is Persona => personas.some((persona) => persona === value);

/** Which demo person this tab is, for proving it again. */
export function rememberPersona(persona: Persona): void {
  writeStored(KEY, persona, { tab: true });
}

/**
 * Proves once more who is here, for a sensitive act: by WeChat's login, or as the demo person.
 * @returns false where only the phone can do it (a PC signed in by scanning)
 */
export async function proveAgain(): Promise<boolean> {
  if (useSession.getState().tab) {
    const persona = readStored(KEY, isPersona, { tab: true });
    if (persona === null) return false;
    await call(sessionEndpoints.confirm, { persona });
    return true;
  }
  if (process.env.TARO_ENV !== 'weapp') return false;
  const { code } = await Taro.login();
  await call(sessionEndpoints.confirm, { code });
  return true;
}
