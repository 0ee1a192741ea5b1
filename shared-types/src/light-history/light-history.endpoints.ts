import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Instant, RegionCode } from '../primitives';
import { LightCountsSchema } from '../task/task.schema';

const days = (label: string, most: number) =>
  z
    .int(`${label}应为整数`)
    .check(z.minimum(1, `${label}至少为 1`), z.maximum(most, `${label}最多为 ${most}`));

/** The numbers behind the lights of a region. */
export const LightSettings = z.object({
  dueSoonWorkingDays: days('临期工作日', 60),
  staleDays: days('久未更新天数', 366),
  continuousStaleDays: days('全年任务久未更新天数', 366),
});
export type LightSettings = z.infer<typeof LightSettings>;

/** A frozen month: the lights as they stood when it ended. */
export const LightMonth = z.object({
  month: z.string(),
  lights: LightCountsSchema,
  frozenAt: Instant,
});
export type LightMonth = z.infer<typeof LightMonth>;

export const lightHistoryEndpoints = {
  months: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/light-history',
    permission: 'public',
    summary: '每月末各状态的任务数，写定后不再改变',
    input: z.object({ code: RegionCode }),
    output: z.object({ items: z.array(LightMonth) }),
  }),
  settings: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/light-settings',
    permission: 'public',
    summary: '状态灯的判定天数',
    input: z.object({ code: RegionCode }),
    output: LightSettings,
  }),
  saveSettings: defineEndpoint({
    method: 'PUT',
    path: '/regions/:code/light-settings',
    permission: ['office'],
    summary: '调整状态灯的判定天数，已写定的月份不变',
    input: z.extend(LightSettings, { code: RegionCode }),
    output: LightSettings,
  }),
};
