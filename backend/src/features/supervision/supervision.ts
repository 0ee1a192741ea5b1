import type { SupervisionEntity } from './supervision.entity';

/** A 督办单 as services know it. */
export type SupervisionThing = Omit<SupervisionEntity, 'region' | 'task' | 'message' | 'unit'>;

/** 督〔2026〕3号. */
export const numberOfSupervision = ({ year, seq }: Pick<SupervisionThing, 'year' | 'seq'>): string =>
  `督〔${year}〕${seq}号`;

/** What is told of it: the same facts for every note. */
export type Told = Pick<
  SupervisionThing,
  'id' | 'regionId' | 'unitId' | 'year' | 'seq' | 'dueOn' | 'version'
>;
