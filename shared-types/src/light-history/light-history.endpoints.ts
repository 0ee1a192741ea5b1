import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Instant, pageInput, pageOf, RegionCode, textOf } from '../primitives';
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

/** How the numbers were changed: in public, so that nobody makes lights look better in silence. */
export const LightSettingsChange = z.object({
  id: z.number(),
  at: Instant,
  was: LightSettings,
  became: LightSettings,
  reason: z.string(),
  /** For the staff of the region. */
  by: z.nullable(z.string()),
});
export type LightSettingsChange = z.infer<typeof LightSettingsChange>;

const asked = (label: string, most: number) =>
  z.coerce
    .number(`${label}应为整数`)
    .check(
      z.int(`${label}应为整数`),
      z.minimum(1, `${label}至少为 1`),
      z.maximum(most, `${label}最多为 ${most}`),
    );

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
    summary: '调整状态灯的判定天数并写明理由，已写定的月份不变',
    input: z.extend(LightSettings, { code: RegionCode, reason: textOf('理由', 4, 300) }),
    output: LightSettings,
  }),
  previewSettings: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/light-settings/preview',
    permission: ['office'],
    summary: '按另一组天数，今天各状态会有多少任务',
    input: z.object({
      code: RegionCode,
      dueSoonWorkingDays: asked('临期工作日', 60),
      staleDays: asked('久未更新天数', 366),
      continuousStaleDays: asked('全年任务久未更新天数', 366),
    }),
    output: z.object({ now: LightCountsSchema, then: LightCountsSchema }),
  }),
  settingsChanges: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/light-settings/changes',
    permission: 'public',
    summary: '判定天数的历次调整和理由，新的在前',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(LightSettingsChange),
  }),
};
