import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { madeUnitKinds, Unit } from './unit.schema';

const kind = z.enum(madeUnitKinds, '请选择单位类别');

/** What the office says of a unit; `memberIds` counts for a collective unit only. */
const written = {
  name: textOf('单位名称', 2, 100),
  aliases: z._default(z.array(textOf('简称', 2, 100)).check(z.maxLength(20, '一个单位最多 20 个简称')), []),
  memberIds: z._default(z.array(Id).check(z.maxLength(200, '集合单位最多 200 个成员')), []),
};

export const unitEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/units',
    permission: 'public',
    summary: '地区的单位，含别名和集合单位的成员',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Unit),
  }),
  create: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/units',
    permission: ['office'],
    summary: '新增单位：名称、类别、简称；集合单位写明成员',
    status: 201,
    input: z.object({ code: RegionCode, kind, ...written }),
    output: Unit,
  }),
  change: defineEndpoint({
    method: 'PUT',
    path: '/regions/:code/units/:id',
    permission: ['office'],
    summary: '修改单位的名称、类别、简称和成员；不写类别则不变',
    input: z.object({ code: RegionCode, id: Id, kind: z.optional(kind), ...written }),
    output: Unit,
  }),
};
