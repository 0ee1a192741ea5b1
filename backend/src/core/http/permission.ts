import type { Permission } from '@sunledger/shared-types';
import type { Actor } from '../ctx';
import { AppError } from '../errors/app-error';

export function bearerOf(header: string | undefined): string | null {
  return header?.startsWith('Bearer ') ? header.slice(7) : null;
}

export function assertPermitted(permission: Permission, actor: Actor | null): void {
  if (permission === 'public') return;
  if (!actor) throw new AppError('SIGN_IN_REQUIRED');
  if (permission === 'account') return;
  if (!actor.memberships.some((membership) => permission.includes(membership.role))) {
    throw new AppError('ROLE_REQUIRED');
  }
}
