import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { pageInput, pageOf, RegionCode } from '../primitives';
import { RegionDetail, RegionSummary } from './region.schema';

export const regionEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions',
    permission: 'public',
    summary: '地区列表',
    input: z.object(pageInput),
    output: pageOf(RegionSummary),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/regions/:code',
    permission: 'public',
    summary: '地区概况：要点、任务、答复率',
    input: z.object({ code: RegionCode }),
    output: RegionDetail,
  }),
};
