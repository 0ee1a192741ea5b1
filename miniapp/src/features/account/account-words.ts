import { roleNames, type Me, type Membership, type Persona, type Role } from '@sunledger/shared-types';
import type { Hat } from '../../platform';

/** Who somebody is, in words. Pure. */

const staffWords: Partial<Record<Role, string>> = { handler: '经办', reviewer: '审核', office: '公开办' };
const staffOrder: readonly Role[] = ['handler', 'reviewer', 'office'];

/** What is on the switch of a hat: “经办 · 审核” for somebody who is both. */
export function hatWords(hat: Hat, me: Me | null): string {
  if (hat === 'citizen') return '群众';
  if (hat === 'official') return '领导';
  const held = new Set((me?.memberships ?? []).map((membership) => membership.role));
  const words = staffOrder.filter((role) => held.has(role)).map((role) => staffWords[role]);
  return words.join(' · ') || '工作人员';
}

/** What the third tab shows under a hat. */
export const hatNotes: Record<Hat, string> = {
  citizen: '看自己的留言和答复',
  staff: '看待办，答复留言、报进展',
  official: '看督办看板',
};

/** “云溪县 · 县人社局 · 经办人”. */
export const membershipWords = (membership: Pick<Membership, 'role' | 'regionName' | 'unitName'>): string =>
  [membership.regionName, membership.unitName, roleNames[membership.role]].filter(Boolean).join(' · ');

/** The groups of the demo sign-in page, in the order they are shown; every persona is in one. */
const groupTitles = ['群众', '干部', '领导', '系统管理'] as const;
const groupOf: Record<Persona, (typeof groupTitles)[number]> = {
  citizen: '群众',
  citizen2: '群众',
  handler: '干部',
  handler2: '干部',
  reviewer: '干部',
  office: '干部',
  officeReviewer: '干部',
  office2: '干部',
  official: '领导',
  admin: '系统管理',
};

export interface PersonaGroup<T> {
  title: string;
  people: T[];
}

/** The people by what they come for, in the order given; groups without anybody are left out. */
export function personaGroups<T extends { persona: Persona }>(people: readonly T[]): PersonaGroup<T>[] {
  return groupTitles
    .map((title) => ({ title, people: people.filter((each) => groupOf[each.persona] === title) }))
    .filter((group) => group.people.length > 0);
}

/** Where somebody lands after signing in from nowhere in particular: staff at their work. */
export const landingOf = (me: Pick<Me, 'memberships'>): 'desk' | 'home' =>
  me.memberships.some(({ role }) => role !== 'admin') ? 'desk' : 'home';
