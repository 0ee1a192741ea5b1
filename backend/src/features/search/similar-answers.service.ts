import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { gramsOf } from './grams';
import { SearchRepository } from './search.repository';
import { scored } from './similarity';

type Endpoint = typeof endpoints.search.similarAnswers;

const MAX_GRAMS = 48;
const PER_GRAM = 100;

/**
 * The published answers most like what somebody writes: those that share the most of its grams, where
 * a gram that many answers have counts little. No model, and every step is bounded.
 */
@Injectable()
export class SimilarAnswersService {
  constructor(
    private readonly regions: RegionService,
    private readonly documents: SearchRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const region = await this.regions.byCode(ctx, input.region);
    const grams = gramsOf(input.text).slice(0, MAX_GRAMS);
    const sharing = await this.documents.sharing(ctx, region.id, 'answer', grams, PER_GRAM);
    const best = scored(grams, sharing);
    const found = await this.documents.byIds(
      ctx,
      best.map((each) => each.documentId),
    );
    return {
      items: best.flatMap(({ documentId, score }) => {
        const answer = found.get(documentId);
        if (!answer) return [];
        return [
          {
            messageId: answer.refId,
            question: answer.title,
            answer: answer.body,
            unitName: answer.note ?? '',
            score: Math.round(score * 100) / 100,
          },
        ];
      }),
    };
  }
}
