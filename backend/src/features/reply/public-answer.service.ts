import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { maskPersonalData } from '../../core/masking/mask-personal-data';
import type { Message } from '../message/message';
import { SearchIndex } from '../search/search-index.service';
import { UnitService } from '../unit/unit.service';

/** What the public reads of an answer, and that it is found while it is shown. */
@Injectable()
export class PublicAnswer {
  constructor(
    private readonly units: UnitService,
    private readonly search: SearchIndex,
  ) {}

  /** A reply without personal data. */
  textOf(message: Message, reply: string): string {
    return maskPersonalData(reply, { official: true, names: namesOf(message) });
  }

  questionOf(message: Message): string | null {
    return message.text === null ? null : maskPersonalData(message.text, { names: namesOf(message) });
  }

  async show(ctx: CtxInTx, message: Message, answer: string): Promise<void> {
    const unit = await this.units.byId(ctx, message.regionId, message.unitId);
    await this.search.put(ctx, {
      regionId: message.regionId,
      kind: 'answer',
      refId: message.id,
      planId: null,
      title: message.publicText ?? '',
      body: answer,
      note: unit.name,
    });
  }

  hide(ctx: CtxInTx, message: Message): Promise<void> {
    return this.search.remove(ctx, 'answer', message.id);
  }
}

const namesOf = (message: Message): string[] => (message.contactName === null ? [] : [message.contactName]);
