import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { pageInput, pageOf, RegionCode } from '../primitives';
import { Unit } from './unit.schema';

export const unitEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/units',
    permission: 'public',
    summary: '地区的单位，含别名和集合单位的成员',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Unit),
  }),
};
