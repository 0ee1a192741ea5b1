import {
  evidenceWords,
  type EvidenceKind,
  type TaskEventChange,
  type TaskUnit,
} from '@sunledger/shared-types';
import type { TaskFacts } from './task.facts';

const NOTHING = '没有写';

const namesOf = (units: readonly TaskUnit[]): string => units.map((unit) => unit.name).join('、') || NOTHING;
const kindsOf = (kinds: readonly EvidenceKind[]): string =>
  kinds.map((kind) => evidenceWords[kind]).join('、') || '没有要求';

const differing = (changes: readonly TaskEventChange[]): TaskEventChange[] =>
  changes.filter(({ was, became }) => was !== became);

/** What an amendment replaced. Pure. */
export function amended(
  was: Pick<TaskFacts, 'text' | 'deadlineText' | 'dueOn' | 'continuous'>,
  became: Partial<Pick<TaskFacts, 'text' | 'deadlineText' | 'dueOn' | 'continuous'>>,
): TaskEventChange[] {
  const now = { ...was, ...became };
  const yes = (on: boolean): string => (on ? '是' : '否');
  return differing([
    { field: 'dueOn', was: was.dueOn ?? NOTHING, became: now.dueOn ?? NOTHING },
    { field: 'deadlineText', was: was.deadlineText ?? NOTHING, became: now.deadlineText ?? NOTHING },
    { field: 'continuous', was: yes(was.continuous), became: yes(now.continuous) },
    { field: 'text', was: was.text, became: now.text },
  ]);
}

/** Which units were replaced by which. Pure. */
export const reassigned = (
  was: { leadUnits: readonly TaskUnit[]; responsibleUnits: readonly TaskUnit[] },
  became: { leadUnits: readonly TaskUnit[]; responsibleUnits: readonly TaskUnit[] },
): TaskEventChange[] =>
  differing([
    { field: 'leadUnits', was: namesOf(was.leadUnits), became: namesOf(became.leadUnits) },
    {
      field: 'responsibleUnits',
      was: namesOf(was.responsibleUnits),
      became: namesOf(became.responsibleUnits),
    },
  ]);

/** What the close-out asked for before, and asks for now. Pure. */
export const requiredNow = (
  was: readonly EvidenceKind[],
  became: readonly EvidenceKind[],
): TaskEventChange[] => differing([{ field: 'asks', was: kindsOf(was), became: kindsOf(became) }]);
