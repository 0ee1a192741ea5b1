import * as z from 'zod/mini';

/** 部门, 乡镇街道, 园区, 事业单位, 政务公开办, or a collective unit such as 县属有关单位. */
export const unitKinds = ['department', 'township', 'park', 'institution', 'office', 'collective'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What the office may make; its own unit comes with the region. */
export const madeUnitKinds = ['department', 'township', 'park', 'institution', 'collective'] as const;
export type MadeUnitKind = (typeof madeUnitKinds)[number];

export const unitKindNames: Record<UnitKind, string> = {
  department: '部门',
  township: '乡镇街道',
  park: '园区',
  institution: '事业单位',
  office: '政务公开办',
  collective: '集合单位',
};

export const Unit = z.object({
  id: z.number(),
  name: z.string(),
  kind: z.enum(unitKinds),
  aliases: z.array(z.string()),
  /** Members of a collective unit; empty for others. */
  members: z.array(z.object({ id: z.number(), name: z.string() })),
});
export type Unit = z.infer<typeof Unit>;
