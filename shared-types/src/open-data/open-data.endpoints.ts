import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { RegionCode } from '../primitives';
import { openDataFormats, openDataSets, type OpenDataFormat, type OpenDataSet } from './open-data.fields';

export type OpenDataFile = `${OpenDataSet}.${OpenDataFormat}`;

export const openDataFiles: readonly OpenDataFile[] = openDataSets.flatMap((set) =>
  openDataFormats.map((format): OpenDataFile => `${set}.${format}`),
);

const FieldFacts = z.object({ name: z.string(), label: z.string(), type: z.string(), about: z.string() });

export const openDataEndpoints = {
  index: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/open-data',
    permission: 'public',
    summary: '开放数据目录：每份数据的字段说明和下载地址',
    input: z.object({ code: RegionCode }),
    output: z.object({
      schemaVersion: z.number(),
      sets: z.array(
        z.object({
          set: z.enum(openDataSets),
          title: z.string(),
          /** Paths below `/api/v1`. */
          json: z.string(),
          csv: z.string(),
          fields: z.array(FieldFacts),
        }),
      ),
    }),
  }),
  file: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/open-data/:file',
    permission: 'public',
    summary: '开放数据：只含已公布的内容，字段稳定；CSV 可直接用 Excel 打开',
    input: z.object({ code: RegionCode, file: z.enum(openDataFiles) }),
    output: z.unknown(),
    produces: ['application/json', 'text/csv'],
  }),
};
