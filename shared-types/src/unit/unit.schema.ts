import * as z from 'zod/mini';

/** 部门, 乡镇街道, 园区, 事业单位, 政务公开办, or a collective unit such as 县属有关单位. */
export const unitKinds = ['department', 'township', 'park', 'institution', 'office', 'collective'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const Unit = z.object({
  id: z.number(),
  name: z.string(),
  kind: z.enum(unitKinds),
  aliases: z.array(z.string()),
  /** Members of a collective unit; empty for others. */
  members: z.array(z.object({ id: z.number(), name: z.string() })),
});
export type Unit = z.infer<typeof Unit>;
