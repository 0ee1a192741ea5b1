import type { Unit } from '@sunledger/shared-types';

/** Units a message may be handed to, those most likely right first. */
export interface UnitChoice {
  id: number;
  name: string;
  note: string | null;
}

interface Asked {
  units: readonly Pick<Unit, 'id' | 'name' | 'kind' | 'aliases'>[];
  /** The unit that has it now. */
  current: number;
  /** Units of the task that the message is about. */
  leads: readonly number[];
  word: string;
}

/**
 * Single units only (a collective one cannot answer), without the present one, the task's lead units first;
 * `word` finds by name and by alias.
 */
export function unitChoices({ units, current, leads, word }: Asked): UnitChoice[] {
  const wanted = word.trim();
  return units
    .filter((unit) => unit.kind !== 'collective' && unit.id !== current)
    .filter((unit) => wanted === '' || [unit.name, ...unit.aliases].some((name) => name.includes(wanted)))
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      note: leads.includes(unit.id) ? '这项任务的牵头单位' : (unit.aliases[0] ?? null),
    }))
    .sort((a, b) => Number(leads.includes(b.id)) - Number(leads.includes(a.id)));
}
