import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  openDataFields,
  openDataSets,
  openDataTitles,
  openDataVersion,
  toChinaIso,
  type endpoints,
  type InputOf,
  type OpenDataFormat,
  type OpenDataSet,
  type OutputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { fileAnswer } from '../../core/http/file-answer';
import { RegionService } from '../region/region.service';
import { asCsv, asJson } from './open-data-text';
import { OpenDataRowsService } from './open-data-rows.service';

type Calls = typeof endpoints.openData;

/** 开放数据: the directory and the files of a region. */
@Injectable()
export class GiveOpenDataService {
  constructor(
    private readonly regions: RegionService,
    private readonly rows: OpenDataRowsService,
  ) {}

  async index(ctx: Ctx, { code }: InputOf<Calls['index']>): Promise<OutputOf<Calls['index']>> {
    await this.regions.byCode(ctx, code);
    const path = `/regions/${code}/open-data`;
    return {
      schemaVersion: openDataVersion,
      sets: openDataSets.map((set) => ({
        set,
        title: openDataTitles[set],
        json: `${path}/${set}.json`,
        csv: `${path}/${set}.csv`,
        fields: [...openDataFields[set]],
      })),
    };
  }

  async file(ctx: Ctx, { code, file }: InputOf<Calls['file']>) {
    const region = await this.regions.byCode(ctx, code);
    const [set, format] = file.split('.') as [OpenDataSet, OpenDataFormat];
    const rows = this.rows.run(ctx, code, set);
    const name = `${region.name}${openDataTitles[set]}-${ctx.clock.today()}.${format}`;
    if (format === 'csv') {
      return fileAnswer({ name, type: 'text/csv; charset=utf-8', body: Readable.from(asCsv(set, rows)) });
    }
    const head = { region: code, set, generatedAt: toChinaIso(ctx.clock.now()) };
    const body = Readable.from(asJson(head, rows));
    return fileAnswer({ name, type: 'application/json; charset=utf-8', body, inline: true });
  }
}
