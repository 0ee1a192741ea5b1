import type { Me, Persona, Role, Session } from '@sunledger/shared-types';
import { create } from 'zustand';
import { readStored, removeStored, writeStored } from './storage';

/** Which of the three faces of the app the account is using; an account may have several. */
export type Hat = 'citizen' | 'staff' | 'official';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** System time in ms at which the access token ends. */
  endsAt: number;
}

interface SessionState {
  tokens: Tokens | null;
  me: Me | null;
  regionCode: string;
  hat: Hat;
  /** Demo sign-ins live in this tab only, so that two windows can be two people. */
  tab: boolean;
  /** Of a demo sign-in. */
  persona: Persona | null;
}

type Kept = Pick<SessionState, 'tokens' | 'me' | 'hat'> & { persona?: Persona | null };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'tokens' in value && 'me' in value && 'hat' in value;
const isCode = (value: unknown): value is string => typeof value === 'string' && value !== '';

function initial(): SessionState {
  const ofTab = readStored('session', isKept, { tab: true });
  const kept = ofTab ?? readStored('session', isKept);
  const regionCode = readStored('region', isCode, { tab: true }) ?? readStored('region', isCode) ?? '';
  const start = { tokens: null, me: null, hat: 'citizen' as const, ...kept };
  const persona = kept?.persona ?? null;
  // WeChat has one storage and no tabs: there a demo sign-in is known by its persona
  const tab = process.env.TARO_ENV === 'weapp' ? persona !== null : ofTab !== null;
  return { ...start, persona, regionCode, tab };
}

export const useSession = create<SessionState>(initial);

function keep(): void {
  const { tokens, me, hat, tab, persona } = useSession.getState();
  if (tokens) writeStored('session', { tokens, me, hat, persona }, { tab });
  else removeStored('session', { tab });
}

export function hatsOf(me: Me | null): Hat[] {
  const roles = new Set<Role>((me?.memberships ?? []).map((membership) => membership.role));
  const hats: Hat[] = [];
  if (roles.has('official')) hats.push('official');
  if (roles.has('handler') || roles.has('reviewer') || roles.has('office')) hats.push('staff');
  hats.push('citizen');
  return hats;
}

export function tokensOf(session: Session): Tokens {
  const { accessToken, refreshToken, expiresIn } = session;
  return { accessToken, refreshToken, endsAt: Date.now() + expiresIn * 1000 };
}

/** Starts a session. Staff land in the region they work for. */
export function startSession(session: Session, options: { tab?: boolean; persona?: Persona } = {}): void {
  const hat = hatsOf(session.me)[0] ?? 'citizen';
  const { tab = false, persona = null } = options;
  useSession.setState({ tokens: tokensOf(session), me: session.me, hat, tab, persona });
  const regionCode = session.me.memberships.find((membership) => membership.regionCode)?.regionCode;
  if (regionCode) chooseRegion(regionCode);
  keep();
}

/** New tokens of the running session. */
export function renewSession(session: Session): void {
  useSession.setState({ tokens: tokensOf(session), me: session.me });
  keep();
}

/** Takes over what another window of the same browser has stored meanwhile. */
export function adoptStoredTokens(): Tokens | null {
  const { tab } = useSession.getState();
  const kept = readStored('session', isKept, { tab });
  if (kept?.tokens) useSession.setState({ tokens: kept.tokens, me: kept.me });
  return kept?.tokens ?? null;
}

export function endSession(): void {
  useSession.setState({ tokens: null, me: null, hat: 'citizen', persona: null });
  keep();
  useSession.setState({ tab: false });
}

export function chooseHat(hat: Hat): void {
  useSession.setState({ hat });
  keep();
}

export function chooseRegion(regionCode: string): void {
  useSession.setState({ regionCode });
  writeStored('region', regionCode, { tab: useSession.getState().tab });
}

/** The roles the account holds in the region it is looking at. */
export function rolesIn(me: Me | null, regionCode: string): Role[] {
  return (me?.memberships ?? [])
    .filter((m) => m.regionCode === regionCode || m.regionId === null)
    .map((m) => m.role);
}
